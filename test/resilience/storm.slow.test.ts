import { it } from 'vitest';
import { serveInStorm } from './stormOfWishes.ts';

it.each([1, 2])('twenty wishes in a storm are served once each, and all go back (seed %i)', (seed) =>
  serveInStorm(20, seed),
);
