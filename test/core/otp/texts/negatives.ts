import type { Negative } from './list.ts';
import { english } from './negatives/english.ts';
import { everyday } from './negatives/everyday.ts';
import { mixed } from './negatives/mixed.ts';
import { money } from './negatives/money.ts';
import { offers } from './negatives/offers.ts';
import { security } from './negatives/security.ts';
import { world } from './negatives/world.ts';

/** Messages without a code, as hard as they come; the brands are made up. */
export const negatives: Negative[] = [...english, ...world, ...money, ...offers, ...everyday, ...security, ...mixed];
