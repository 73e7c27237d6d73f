import type { Translations } from './catalogue.ts';
import { codes, ruleNames } from './hi/codes.ts';
import { general } from './hi/general.ts';
import { host } from './hi/host.ts';
import { notices } from './hi/notices.ts';
import { numbers } from './hi/numbers.ts';
import { patterns } from './hi/patterns.ts';
import { reception } from './hi/reception.ts';
import { sharing } from './hi/sharing.ts';
import { tunnel } from './hi/tunnel.ts';
import { twilio } from './hi/twilio.ts';
import { validation } from './hi/validation.ts';
import { translator } from './translate.ts';

export const hindi: Translations = {
  general,
  notices,
  reception,
  codes,
  ruleNames,
  patterns,
  numbers,
  sharing,
  twilio,
  tunnel,
  host,
};

/** What the host said, in Hindi, in pieces; null when it is not in the catalogue. */
export const inHindi = translator(hindi, 'hi-IN', validation);

/** The same as one text, as for a notification of the system's; what is not in the catalogue stays as it is. */
export function hindiText(text: string): string {
  return (
    inHindi(text)
      ?.map((part) => part.text)
      .join('') ?? text
  );
}
