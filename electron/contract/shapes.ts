import { z } from 'zod';
import { errorCodes, type Failure } from './errors.ts';
import type { Candidate, MessageMedia, Money } from './lease.ts';
import type { Phrase, Value } from './words/phrase.ts';

// Shapes found both in API answers and in records on disk. Each compiles only while it matches its type.

/** A schema for exactly this type: it allows every T and nothing else. */
export function shape<T>() {
  return <S extends z.ZodType<T>>(schema: S & (T extends z.output<S> ? unknown : never)): S => schema;
}

export const money = shape<Money>()(
  z.object({ amount: z.string().meta({ examples: ['1.15'] }), currency: z.string() }).meta({ id: 'Money' }),
);

const value: z.ZodType<Value> = z.union([
  z.string(),
  z.number(),
  z.strictObject({ foreign: z.string() }),
  z.lazy(() => phrase),
  z.lazy(() => z.array(value)),
]);
export const phrase: z.ZodType<Phrase> = z.strictObject({
  key: z.string(),
  values: z.record(z.string(), value).exactOptional(),
});

/** `text`: English for the automation API, or a phrase for records on disk. */
const failureOf = <T extends z.ZodType>(text: T) =>
  z.object({
    code: z.enum(errorCodes),
    message: text.meta({ description: 'What happened and why.' }),
    hint: text.meta({ description: 'What to do next.' }),
    retryable: z.boolean().meta({ description: 'The same request may succeed later without a change.' }),
    twilio: z
      .object({
        code: z.int().nullable(),
        status: z.int().nullable(),
        message: z.string(),
        moreInfo: z.string().nullable(),
      })
      .nullable()
      .meta({ description: 'What Twilio itself said.' }),
  });
export const failure = shape<Failure<string>>()(failureOf(z.string()).meta({ id: 'Failure' }));
export const failureRecord = shape<Failure>()(failureOf(phrase));

const candidateOf = <T extends z.ZodType>(text: T) =>
  z.object({
    code: z.string(),
    confidence: z.number().min(0).max(1),
    reason: text,
    start: z.int().meta({ description: 'Its place in the body, in UTF-16 code units; the end is exclusive.' }),
    end: z.int(),
  });
export const candidate = shape<Candidate<string>>()(candidateOf(z.string()).meta({ id: 'Candidate' }));
export const candidateRecord = shape<Candidate>()(candidateOf(phrase));

export const messageMedia = shape<MessageMedia>()(
  z.object({
    contentType: z.string().meta({ examples: ['image/jpeg'] }),
    url: z.string().nullable().meta({ description: 'Without a user’s name and password; null when unknown.' }),
  }),
);
