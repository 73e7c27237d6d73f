import { InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { countrySchema, numberTypes, policySchema, ttlSchema } from '../contract/settings.ts';

/** Turns a schema of the contract into a parser of a command line option. */
function parser<S extends z.ZodType>(schema: S): (text: string) => z.output<S> {
  return (text) => {
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data;
    throw new InvalidArgumentError(parsed.error.issues.map(({ message }) => message).join(' '));
  };
}

export const country = parser(countrySchema);
export const seconds = parser(
  z.string().regex(/^\d+$/, 'A whole number of seconds.').transform(Number).pipe(ttlSchema),
);
export const timeout = parser(
  z
    .string()
    .regex(/^\d+(\.\d+)?$/, 'A number of seconds.')
    .transform(Number)
    .pipe(z.number().max(600)),
);
export const port = parser(z.string().regex(/^\d+$/, 'A port number.').transform(Number).pipe(z.number().max(65_535)));
export const limit = parser(
  z.string().regex(/^\d+$/, 'A whole number.').transform(Number).pipe(z.number().min(1).max(500)),
);
export const numberType = parser(z.enum(numberTypes, `One of ${numberTypes.join(', ')}.`));
export const policy = parser(policySchema);
