import type { z } from 'zod';
import { invalidParameter } from './errors.ts';

/** Parses the input of a control request. @throws TwilioError 400/20001 for anything the schema does not allow. */
export function parsed<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const { success, data, error } = schema.safeParse(input);
  if (success) return data;
  const lines = error.issues.map(({ path, message }) => [...(path.length > 0 ? [path.join('.')] : []), message]);
  throw invalidParameter(lines.map((line) => line.join(': ')).join('; '));
}
