import { it } from 'vitest';
import { standFlood } from './flood.ts';

it('a thousand forged and broken requests leave no trace but their count, and every message between them comes in', () =>
  standFlood(1_000));
