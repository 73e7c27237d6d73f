import { z } from 'zod';
import type { AppError } from '../contract/errors.ts';
import type { Phrase } from '../contract/words/phrase.ts';

type Read<T> = (value: unknown) => T;

/** Makes readers of what a database holds. They throw what `changed` makes of something that is not valid. */
export function recordReader(changed: (what: Phrase) => AppError): <T>(schema: z.ZodType<T>, what: Phrase) => Read<T> {
  return (schema, what) => (value) => {
    const { success, data } = schema.safeParse(value);
    if (success) return data;
    throw changed(what);
  };
}

/** A schema for what is stored as JSON. */
export function fromJson<T>(schema: z.ZodType<T>): z.ZodType<T> {
  return z.preprocess((text) => parseJson(String(text)), schema);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
