import { isRule, phrases } from '../../electron/contract/words/phrases.ts';
import { strings } from './strings.ts';

interface Schema {
  safeParse(input: unknown): { success: true } | { success: false; error: { issues: readonly Issue[] } };
}

interface Issue {
  path: readonly PropertyKey[];
  message: string;
}

/** The errors that the contract's schema finds, by field name: the first one per field. */
export function fieldErrors(schema: Schema, input: unknown): Record<string, string> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return {};
  const errors: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) errors[String(path[0] ?? '')] ??= inWords(message);
  return errors;
}

/** A schema's error message in the page's language. */
export function inWords(message: string): string {
  return strings.said(isRule(message) ? { key: message } : phrases.validation.other);
}
