import { InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { leaseSchema } from '../contract/api.ts';
import { messageFilterSchema } from '../contract/messages.ts';
import { ledgerSubjects } from '../contract/state.ts';
import { tokenNameSchema } from '../contract/sharing.ts';
import {
  amountSchema,
  countrySchema,
  leasesAtOnceSchema,
  numberTypes,
  policies,
  quarantineSchema,
  ttlSchema,
} from '../contract/settings.ts';
import { english } from '../contract/words/english.ts';
import { issuePhrase } from '../contract/words/phrases.ts';

/** Turns a contract schema into a parser for a command line option. */
function parser<S extends z.ZodType>(schema: S): (text: string) => z.output<S> {
  return (text) => {
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data;
    throw new InvalidArgumentError(parsed.error.issues.map(({ message }) => english(issuePhrase(message))).join(' '));
  };
}

export const country = parser(countrySchema);
const wholeSeconds = z.string().regex(/^\d+$/, 'A whole number of seconds.').transform(Number);
export const seconds = parser(wholeSeconds.pipe(ttlSchema));
export const quarantine = parser(wholeSeconds.pipe(quarantineSchema));
export const timeout = parser(
  z
    .string()
    .regex(/^\d+(\.\d+)?$/, 'A number of seconds.')
    .transform(Number)
    .pipe(z.number().max(600)),
);
export const wait = parser(
  z
    .string()
    .regex(/^\d+(\.\d+)?$/, 'A number of seconds.')
    .transform(Number)
    .pipe(leaseSchema.shape.waitSeconds.unwrap()),
);
export const port = parser(z.string().regex(/^\d+$/, 'A port number.').transform(Number).pipe(z.number().max(65_535)));
const count = (most: number) =>
  parser(z.string().regex(/^\d+$/, 'A whole number.').transform(Number).pipe(z.number().min(1).max(most)));
export const limit = count(500);
export const ledgerLimit = count(1000);
export const ledgerSubject = parser(z.enum(ledgerSubjects, `One of ${ledgerSubjects.join(', ')}.`));
export const amount = parser(amountSchema);
export const leasesAtOnce = parser(
  z.string().regex(/^\d+$/, 'A whole number.').transform(Number).pipe(leasesAtOnceSchema),
);
export const tokenName = parser(tokenNameSchema);
export const numberType = parser(z.enum(numberTypes, `One of ${numberTypes.join(', ')}.`));
export const policy = parser(z.enum(policies, `One of ${policies.join(', ')}.`));
export const onQuit = parser(z.enum(['release', 'keep'], 'Either release or keep.'));
export const label = parser(leaseSchema.shape.label.unwrap());
export const service = parser(leaseSchema.shape.service.unwrap());
export const areaCode = parser(leaseSchema.shape.areaCode.unwrap());
export const contains = parser(leaseSchema.shape.contains.unwrap());
export const locality = parser(leaseSchema.shape.locality.unwrap());
export const capabilities = parser(leaseSchema.shape.capabilities.unwrap());
export const search = parser(messageFilterSchema.shape.search.unwrap());
export const recipient = parser(messageFilterSchema.shape.number.unwrap());
export const messageService = parser(messageFilterSchema.shape.service.unwrap());
