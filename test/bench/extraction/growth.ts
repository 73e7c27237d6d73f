import { hostile } from '../../core/otp/hostileTexts.ts';
import { atMostTimes, cpuMs, rowOf, type Pair, type Row } from '../measure.ts';
import { ours } from './rivals.ts';
import { anew, prose } from './texts.ts';

/** The last costs the most in nearly every run; the others show where it begins. */
const sizes = [10_000, 100_000, 1_000_000];
const smallest = 1_000;
const rounds = 3;
const charactersOfEach = 200_000;

/** Makes a text of a length; another for each index, where it can. */
type Maker = (length: number, index: number) => string;

/** What a thousand characters cost in ever longer texts. */
export function growthRows({ full }: { full: boolean }): Row[] {
  const measured = full ? sizes : sizes.slice(-1);
  return [growthRow('plain text', [prose], measured), growthRow('hostile text', Object.values(hostile), measured)];
}

function growthRow(name: string, makers: Maker[], measured: number[]): Row {
  const costAt = (size: number) => makers.reduce((sum, make) => sum + cost(make, size), 0) / makers.length;
  costAt(smallest);
  const pairs = Array.from({ length: rounds }, (): Pair => {
    const floor = costAt(smallest);
    return { floor, ours: Math.max(...measured.map(costAt)) };
  });
  return rowOf(
    {
      name: `extraction: growth with ${name}, to 1,000,000 characters`,
      unit: 'µs/kB',
      floorIs: 'the same in texts of 1,000 characters',
      ...atMostTimes(1.5),
      why: 'what is found in a text is kept until its end, and the engine moves it about as it grows.',
    },
    pairs,
  );
}

/** Microseconds for each thousand characters; of short texts there are many. */
function cost(make: Maker, size: number): number {
  const texts = anew(Array.from({ length: Math.max(1, charactersOfEach / size) }, (_, index) => make(size, index)));
  const ms = cpuMs(() => {
    for (const text of texts) ours(text);
  });
  return (1000 * ms) / ((texts.length * size) / 1000);
}
