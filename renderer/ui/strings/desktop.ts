import type { NotificationCodes } from '../../../electron/contract/settings.ts';
import { counter } from '../../../electron/contract/plural.ts';

const codesChoices: Record<NotificationCodes, string> = {
  show: 'Always',
  hideWhenLocked: 'Not on a locked screen',
  never: 'Never',
};

const left = counter('en')({
  one: 'One number is left. OTP Dock closes when Twilio has it back.',
  other: '# numbers are left. OTP Dock closes when Twilio has them back.',
});

/** What only the desktop app shows. */
export const desktop = {
  codes: 'Show the code in notifications',
  codesHint:
    'They can be copied all the same. While you present, “Hide codes for now” in the tray and in the View menu hides them, too.',
  codesChoices,
  title: 'On this desktop',
  shortcut: 'Keys that copy the newest code from any app',
  shortcutHint: 'Press the keys in this field. Backspace clears them, Escape leaves them as they are.',
  shortcutNone: 'None',
  closeToTray: 'Keep running in the tray when the window is closed',
  closeToTrayHint: 'Codes go on arriving. On a desktop without a tray, start OTP Dock again to see its window.',
  startAtLogin: 'Start at login',
  startAtLoginHint: 'Without showing the window.',
  closingTitle: 'Giving numbers back…',
  closingLeft: (count: number) => (count === 0 ? 'OTP Dock closes now.' : left(count)),
  closingHint: 'What takes too long is done at the next start.',
};
