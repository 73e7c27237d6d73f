import { inHindi } from '../../../electron/contract/sentences/hindi.ts';
import { validation } from '../../../electron/contract/sentences/hi/validation.ts';
import type { Words } from './english.ts';
import { codes } from './hi/codes.ts';
import { account, common, connection, countries, demo, live, nav, shortcuts } from './hi/common.ts';
import { desktop } from './hi/desktop.ts';
import { dialog } from './hi/dialog.ts';
import { errors } from './hi/errors.ts';
import { inbox } from './hi/inbox.ts';
import { money } from './hi/money.ts';
import { numbers } from './hi/numbers.ts';
import { onboarding } from './hi/onboarding.ts';
import { reception } from './hi/reception.ts';
import { settings } from './hi/settings.ts';

/** Hindi; loaded only when it is used. Its files and keys are in the order of the English ones. */
export const hindi: Words = {
  desktop,
  common,
  nav,
  connection,
  shortcuts,
  countries,
  onboarding,
  account,
  demo,
  numbers,
  dialog,
  inbox,
  codes,
  money,
  reception,
  settings,
  host: { translate: inHindi, errors, validation, invalid: 'यह मान ठीक नहीं है।' },
  live,
};
