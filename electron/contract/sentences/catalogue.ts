import { codes, ruleNames } from './codes.ts';
import { general } from './general.ts';
import { host } from './host.ts';
import { notices } from './notices.ts';
import { numbers } from './numbers.ts';
import { patterns } from './patterns.ts';
import { reception } from './reception.ts';
import { tunnel } from './tunnel.ts';
import { sharing } from './sharing.ts';
import { twilio } from './twilio.ts';
import type { Translation } from './translation.ts';

/** Every sentence that the host says to people, by topic and name. */
export const catalogue = {
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
} as const;

type Catalogue = typeof catalogue;

/** All of it in another language; a missing sentence does not compile. */
export type Translations = { readonly [T in keyof Catalogue]: Translation<Catalogue[T]> };
