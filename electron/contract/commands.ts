import type { NumberType } from './lease.ts';

/** Where one can be in the user interface. */
export const places = ['numbers', 'inbox', 'settings'] as const;
export type Place = (typeof places)[number];

/** What a new number begins with; the person may change all of it, and confirms it before anything is bought. */
export interface OrderPrefill {
  country?: string | undefined;
  type?: NumberType | undefined;
  label?: string | undefined;
}

/** What the desktop asks of its window: by a menu, the tray or a link. */
export type Command =
  | { name: 'newNumber'; prefill: OrderPrefill }
  | { name: 'goTo'; place: Place }
  /** What was asked for from outside cannot be done. */
  | { name: 'refuse'; message: string; hint: string };

/** What a right click on a number or a message may offer, in the order in which it is shown. */
export const menuChoices = [
  'copyCode',
  'copyNumber',
  'copyText',
  'extend',
  'pin',
  'unpin',
  'giveBack',
  'end',
  'remove',
] as const;
export type MenuChoice = (typeof menuChoices)[number];
