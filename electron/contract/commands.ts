import { z } from 'zod';
import type { NumberType } from './settings.ts';

/** Where one can be in the user interface. */
export const places = ['numbers', 'inbox', 'settings'] as const;
export type Place = (typeof places)[number];

/** What a new number begins with; the person may change all of it, and confirms it before anything is bought. */
export interface OrderWish {
  country?: string | undefined;
  type?: NumberType | undefined;
  label?: string | undefined;
}

/** What the desktop asks of its window: by a menu, the tray or a link. */
export type Command =
  | { name: 'newNumber'; wish: OrderWish }
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

const pixels = z.number().int().min(0).max(100_000);

/**
 * A menu of the system's, at a place in the page (CSS pixels). The page names what can be chosen, and does what is: no
 * text of its own gets into the menu.
 */
export const menuSchema = z.object({
  choices: z.array(z.enum(menuChoices)).min(1).max(menuChoices.length),
  at: z.object({ x: pixels, y: pixels }),
});
export type MenuWish = z.infer<typeof menuSchema>;
