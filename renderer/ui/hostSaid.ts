import type { Part } from '../../electron/contract/sentences/translate.ts';
import { strings } from './strings.ts';

/** What the host said, in the page's language: one text, or pieces where other programs are quoted in English. */
export type Said = string | readonly Part[];

/** null: there is no translation, or none is needed; the host's English is to be shown. */
export function hostSaid(text: string): Said | null {
  const parts = strings.host?.translate(text) ?? null;
  return parts?.some(({ foreign }) => foreign) === false ? whole(parts) : parts;
}

/** The same as a text, for what is spoken or filled in. */
export function hostLine(text: string): string {
  const said = hostSaid(text) ?? text;
  return typeof said === 'string' ? said : whole(said);
}

function whole(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join('');
}
