import { anyOf } from './lexicon/affixes.ts';
import { normalise } from './text/normalise.ts';
import { reports, signInBeginnings, signInInside } from './words/signIn.ts';

/** In the host, path or query of a link. */
const inLink =
  /verif|log-?in|sign-?(?:in|on|up)|confirm|magic|activat|passw|(?<![a-z])(?:auth(?!or)|reset|otp(?![a-z])|sso(?![a-z]))/i;

const asks = new RegExp(`(?<![a-z])(?:${anyOf(signInBeginnings).source})|${anyOf(signInInside).source}`, 'u');
const reported = anyOf(reports);

/** Whether somebody signs in with a link of this text, or confirms with it who they are. Linear. */
export function hasSignInLink(text: string, links: string[]): boolean {
  if (links.length === 0) return false;
  if (links.some((link) => inLink.test(link))) return true;
  const { lower } = normalise(text);
  return asks.test(lower) && !reported.test(lower);
}
