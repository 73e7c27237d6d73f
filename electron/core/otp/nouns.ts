import { beginsWithAny } from './affixes.ts';
import { normalise } from './normalise.ts';
import type { Token } from './tokens.ts';
import { keyNouns, keyPurposes, numberNouns } from './words/nouns.ts';
import { kindLinks } from './words/otherCodes.ts';

const keys = new Set(keyNouns);
const numbers = new Set(numberNouns);
const isPurpose = beginsWithAny(keyPurposes);
const links = new Set([...kindLinks, 'per', 'pour', 'zur', 'zum', 'd', 'a', 'to', 'di', 'sa']);
/** What a reservation or a vehicle has, too. */
const isAmbiguous = beginsWithAny(['registr', 'inscri', 'confirm', 'transac', 'identi', 'sess', 'auth']);
/** The longest head of a compound. */
const longestCompound = 30;

/** Whether a noun such as "key" or "number" says beside it that it lets someone in: `activation key`. */
export function isKey(tokens: Token[], index: number): boolean {
  const { text } = tokens[index] as Token;
  const isNumber = numbers.has(text);
  if (!isNumber && !keys.has(text)) return text.length <= longestCompound && isCompoundKey(text);
  const says = (token: Token | undefined) =>
    token !== undefined && isPurpose(token.text) && !(isNumber && isAmbiguous(token.text));
  const [before, next] = [tokens[index - 1], tokens[index + 1]];
  if (says(before) || says(next)) return true;
  return (
    (links.has(next?.text ?? '') && says(tokens[index + 2])) ||
    (links.has(before?.text ?? '') && says(tokens[index - 2]))
  );
}

const endings = [
  'schlussel',
  'sleutel',
  'nyckel',
  'nyckeln',
  'nogle',
  'noglen',
  'nokkel',
  'nokkelen',
  'avain',
  'nummer',
  'numero',
  'number',
  'wort',
  'ord',
  'number',
].map((ending) => normalise(ending).lower);

/** `Freischaltnummer`, `aktiveringsnyckel`, `vahvistusnumero`. */
function isCompoundKey(text: string): boolean {
  return isPurpose(text) && endings.some((ending) => text.endsWith(ending) && text.length > ending.length + 3);
}
