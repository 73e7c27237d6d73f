import type { NumberType } from './lease.ts';

/** The places in the user interface. */
export const places = ['numbers', 'inbox', 'spending', 'papers', 'settings'] as const;
export type Place = (typeof places)[number];

/** The pages of the settings, in order. */
export const settingsSections = [
  'twilio',
  'reception',
  'health',
  'defaults',
  'kept',
  'money',
  'codes',
  'notifications',
  'desktop',
  'appearance',
  'api',
  'tokens',
  'data',
  'about',
] as const;

/** A page of the settings that an address can lead to. */
export type Spot = (typeof settingsSections)[number];

/** Prefilled values for a new number. The person can change them all, and confirms before anything is bought. */
export interface OrderPrefill {
  country?: string | undefined;
  type?: NumberType | undefined;
  label?: string | undefined;
}

/** What the desktop asks of its window: by a menu, the tray or a link. */
export type Command =
  | { name: 'newNumber'; prefill: OrderPrefill }
  | { name: 'goTo'; place: Place }
  /** A request from outside cannot be carried out. */
  | { name: 'refuse'; message: string; hint: string };

/** What a right click on a number or a message may offer, in the order shown. */
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
