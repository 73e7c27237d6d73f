import { it } from 'vitest';
import { serveInStorm } from './stormOfWishes.ts';

it('four wishes in a storm are served once each, and all go back', () => serveInStorm(4, 1));
