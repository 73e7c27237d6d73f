import type { Token } from './text/tokens.ts';
import { is, WordClass } from './lexicon/lexicon.ts';
import { beginsWithAny, containsAny } from './lexicon/affixes.ts';
import type { Normalised } from './text/normalise.ts';
import { offerWordsInside, purposes, voucherWords } from './words/contexts.ts';

const hasInside = containsAny(offerWordsInside);

/** Whether a message advertises: a percentage, or a word for a discount. */
export function isOffer({ lower, isAscii }: Normalised, tokens: Token[]): boolean {
  if (
    (/[%٪]/.test(lower) && /\d\s?[%٪]|[%٪]\s?\d/u.test(lower)) ||
    tokens.some((token, at) => is(token, WordClass.offer) && !(token.text === 'won' && tokens[at + 1]?.text === 't'))
  )
    return true;
  return !isAscii && hasInside(lower);
}

const vouchers = new Set(voucherWords);
const isPurpose = beginsWithAny(
  purposes.filter((each) => !['complet', 'regist', 'activ', 'aktiv', 'finish', 'page', 'link', 'valid'].includes(each)),
);
const unmistakable = new Set(['otp', 'login', 'password', 'passcode', '2fa', 'pin']);

/** Whether the message gives a voucher or an invitation, and does not mention signing in. */
export function isVoucherMessage(lower: string, tokens: Token[]): boolean {
  const gives = tokens.some(({ text }) => vouchers.has(text)) || /(?:[$£€₹]\s?\d+|%)\s*off\b/.test(lower);
  return gives && !tokens.some(({ text }) => unmistakable.has(text) || isPurpose(text));
}
