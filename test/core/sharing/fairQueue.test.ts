import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyQueue,
  joined,
  nextOf,
  served,
  withdrawn,
  type FairQueue,
  type Waiting,
} from '../../../electron/core/sharing/fairQueue.ts';
import { countPlaces, noPlaceFor, type Place } from '../../../electron/core/sharing/places.ts';
import { forAll } from '../../support/runs.ts';

const always = () => true;

/** A queue in which these holders wait, in this order; `a1` is the first request of holder `a`. */
function queueOf(...holders: string[]): FairQueue<Waiting> {
  const counts = new Map<string, number>();
  return holders.reduce((queue, holder, index) => {
    const count = (counts.get(holder) ?? 0) + 1;
    counts.set(holder, count);
    return joined(queue, { key: `${holder}${count}`, holder, seq: index + 1 });
  }, emptyQueue<Waiting>());
}

/** The keys in the order in which they are served, one after the other. */
function order(queue: FairQueue<Waiting>, canServe: (one: Waiting) => boolean = always): string[] {
  const next = nextOf(queue, canServe);
  return next ? [next.key, ...order(served(queue, next), canServe)] : [];
}

describe('those who wait', () => {
  it('are served first come, first served, when one holder alone waits', () => {
    expect(order(queueOf('a', 'a', 'a'))).toEqual(['a1', 'a2', 'a3']);
  });

  it('are served holder by holder, so that many of one do not starve one of another', () => {
    const queue = queueOf(...Array<string>(50).fill('a'), 'b', 'c', 'c');
    expect(order(queue).slice(0, 6)).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3']);
  });

  it('are not held up by one that cannot be served', () => {
    const queue = queueOf('a', 'a', 'b');
    expect(order(queue, ({ key }) => key !== 'a1')).toEqual(['a2', 'b1']);
    expect(nextOf(queue, () => false)).toBeNull();
  });

  it('have their place back when they come again', () => {
    const queue = withdrawn(queueOf('a', 'a', 'a'), 'a1');
    expect(order(queue)).toEqual(['a2', 'a3']);
    expect(order(joined(queue, { key: 'a1', holder: 'a', seq: 1 }))).toEqual(['a1', 'a2', 'a3']);
  });

  it('do not gain by asking for one at a time', () => {
    let queue = queueOf('a', 'a', 'a');
    const turns: (string | null)[] = [];
    for (let seq = 10; seq < 16; seq += 1) {
      queue = joined(queue, { key: `b${seq}`, holder: 'b', seq });
      const next = nextOf(queue, always)!;
      turns.push(next.holder);
      queue = withdrawn(served(queue, next), `b${seq}`);
    }
    expect(turns.filter((holder) => holder === 'a')).toHaveLength(3);
  });
});

interface Model {
  queue: FairQueue<Waiting>;
  taken: Place[];
  servedKeys: string[];
  /** How often other holders were served since this one, which could have been, began to wait. */
  passedOver: Map<string, Map<string, number>>;
}

const holders = ['a', 'b', 'c'];
const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ join: fc.constantFrom(...holders) }) },
    { weight: 2, arbitrary: fc.record({ end: fc.nat(20) }) },
    { weight: 1, arbitrary: fc.record({ leave: fc.nat(20) }) },
  ),
  { maxLength: 150 },
);

const upTo = (max: number) => fc.integer({ min: 1, max });

it('whatever comes, ends and leaves, nobody is served twice, no limit is passed, and no holder waits while another has two turns', () =>
  forAll(100, [steps, upTo(5), upTo(3)], (all, host, own) => {
    const limits = { all: host, of: (holder: string) => (holder === 'a' ? own : null) };
    const model: Model = { queue: emptyQueue(), taken: [], servedKeys: [], passedOver: new Map() };
    const canServe = (one: Waiting) => noPlaceFor(one, countPlaces(model.taken), limits) === null;
    for (const [index, step] of all.entries()) {
      if ('join' in step) {
        const { join: holder } = step;
        model.queue = joined(model.queue, { key: `k${index}`, holder, seq: index });
      } else if ('end' in step) model.taken.splice(step.end % Math.max(1, model.taken.length), 1);
      else {
        const gone = model.queue.waiting[step.leave % Math.max(1, model.queue.waiting.length)];
        if (gone) model.queue = withdrawn(model.queue, gone.key);
      }
      serveAll(model, canServe);
      expect(model.taken.length).toBeLessThanOrEqual(host);
      expect(model.taken.filter(({ holder }) => holder === 'a').length).toBeLessThanOrEqual(own);
      // Nobody waits for what is there.
      expect(model.queue.waiting.filter(canServe)).toEqual([]);
    }
    expect(new Set(model.servedKeys).size).toBe(model.servedKeys.length);
  }));

/** Serves who can be, and sees to it that between two turns of one holder every other that could be served has had one. */
function serveAll(model: Model, canServe: (one: Waiting) => boolean): void {
  for (let next = nextOf(model.queue, canServe); next; next = nextOf(model.queue, canServe)) {
    const holder = String(next.holder);
    const couldBe = new Set(model.queue.waiting.filter(canServe).map((one) => String(one.holder)));
    for (const other of holders) {
      const passed = model.passedOver.get(other) ?? new Map<string, number>();
      if (other === holder || !couldBe.has(other)) passed.clear();
      else passed.set(holder, (passed.get(holder) ?? 0) + 1);
      expect(passed.get(holder) ?? 0).toBeLessThanOrEqual(1);
      model.passedOver.set(other, passed);
    }
    const first = model.queue.waiting.find((one) => one.holder === next.holder && canServe(one));
    expect(next.key).toBe(first?.key);
    model.queue = served(model.queue, next);
    model.taken.push({ key: next.key, holder: next.holder });
    model.servedKeys.push(next.key);
  }
}
