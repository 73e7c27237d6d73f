import { asian } from './positives/asian.ts';
import { banking } from './positives/banking.ts';
import { eastern } from './positives/eastern.ts';
import { english } from './positives/english.ts';
import { everyday } from './positives/everyday.ts';
import { everydayAsian } from './positives/everydayAsian.ts';
import { mixed } from './positives/mixed.ts';
import { nordic } from './positives/nordic.ts';
import { shapes } from './positives/shapes.ts';
import { western } from './positives/western.ts';
import type { Positive } from './list.ts';

/** Messages with a code, worded as services word them; the brands are made up. */
export const positives: Positive[] = [
  ...english,
  ...western,
  ...nordic,
  ...eastern,
  ...asian,
  ...banking,
  ...everyday,
  ...everydayAsian,
  ...shapes,
  ...mixed,
];
