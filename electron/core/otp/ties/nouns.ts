import { beginsWithAny } from '../lexicon/affixes.ts';
import { isKeyPurpose } from '../lexicon/codeWords.ts';
import { is, WordClass } from '../lexicon/lexicon.ts';
import type { Token } from '../text/tokens.ts';
import { kindLinks } from '../words/otherCodes.ts';

const links = new Set([...kindLinks, 'per', 'pour', 'zur', 'zum', 'd', 'a', 'to', 'di', 'sa']);
/** What a reservation or a vehicle has, too. */
const isAmbiguous = beginsWithAny(['registr', 'inscri', 'confirm', 'transac', 'identi', 'sess', 'auth']);

/** Whether a noun such as "key" or "number" says beside it that it lets someone in: `activation key`. */
export function isKey(tokens: Token[], index: number): boolean {
  const token = tokens[index] as Token;
  const isNumber = is(token, WordClass.number);
  if (!isNumber && !is(token, WordClass.key)) return is(token, WordClass.keyCompound);
  const says = (beside: Token | undefined) =>
    beside !== undefined && isKeyPurpose(beside.text) && !(isNumber && isAmbiguous(beside.text));
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  if (says(before) || says(next)) return true;
  return (
    (links.has(next?.text ?? '') && says(tokens[index + 2])) ||
    (links.has(before?.text ?? '') && says(tokens[index - 2]))
  );
}
