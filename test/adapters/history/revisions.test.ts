import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newTag, Revisions, type Run } from '../../../electron/adapters/history/revisions.ts';

const runs = (count: number): Run[] =>
  Array.from({ length: count }, (_, i) => ({ number: BigInt(i + 1), tag: newTag() }));

/** On a clock that is moved by hand. */
function revisionsFor(given: Run[] = runs(1)) {
  const time = { ms: 5_000 };
  return { time, revisions: new Revisions(given, () => time.ms) };
}

const steps = fc.array(fc.oneof(fc.constant('next'), fc.constant('here'), fc.nat({ max: 3_000 })), { maxLength: 60 });

describe('a revision', () => {
  it('is later than all before, whatever the clock does, and its cursor leads back to it in all later runs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), steps, steps, (count, first, second) => {
        const known = runs(count);
        const given: bigint[] = [];
        const cursors: string[] = [];
        const go = (now: Run[], what: (string | number)[]) => {
          const { time, revisions } = revisionsFor(now);
          for (const step of what) {
            if (typeof step === 'number') time.ms += step;
            else given.push(step === 'next' ? revisions.next() : revisions.here());
            if (step === 'next') revisions.settle();
            cursors.push(...given.slice(cursors.length).map((revision) => revisions.cursorOf(revision)));
          }
          return revisions;
        };
        go(known, first);
        const later = go([...known, { number: BigInt(count + 1), tag: newTag() }], ['next', ...second]);
        expect(given).toEqual(given.toSorted((a, b) => (a < b ? -1 : 1)));
        expect(cursors.map((cursor) => later.revisionOf(cursor))).toEqual(given);
        for (const cursor of cursors) expect(cursor).toMatch(/^[\w-]{8}\.[\da-z]{1,8}$/);
      }),
    );
  });

  it('comes for several at once as well, each with its own', () => {
    const { revisions } = revisionsFor();
    const [first, next] = [revisions.next(500), revisions.next()];
    expect(next).toBe(first + 500n);
  });

  it('tells nobody how much others wrote: the time alone counts', () => {
    const of = runs(1);
    const [busy, quiet] = [revisionsFor(of), revisionsFor(of)];
    busy.revisions.next(30);
    busy.revisions.settle();
    for (const { time } of [busy, quiet]) time.ms += 1_000;
    expect(busy.revisions.here()).toBe(quiet.revisions.here());
  });

  it('is not passed while it is being written', () => {
    const { time, revisions } = revisionsFor();
    const before = revisions.here();
    time.ms += 1_000;
    const written = revisions.next();
    expect(revisions.here()).toBe(before);
    revisions.settle();
    expect(revisions.here()).toBe(written);
  });
});

describe('a cursor', () => {
  it('that is nonsense, or one of another history, is none', () => {
    const of = runs(3);
    const [{ revisions }, other] = [revisionsFor(of), revisionsFor(runs(3))];
    const tag = of[1]?.tag ?? '';
    const almost = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.string().map((text) => `${tag}.${text}`),
      fc.string().map((text) => `${text}.5`),
      fc.stringMatching(/^[\w-]{8}\.[\da-z]{1,9}$/),
    );
    fc.assert(
      fc.property(almost, (text) => {
        const found = revisions.revisionOf(text);
        if (found !== null)
          expect(text).toMatch(new RegExp(`^(${of.map((run) => run.tag).join('|')})\\.[\\da-z]{1,8}$`));
      }),
    );
    for (const text of [
      '',
      '.',
      tag,
      `${tag}.`,
      `${tag}.-1`,
      `${tag}.zzzzzzzz`,
      `${tag}.1 `,
      `x${tag}.1`,
      `${tag}.1.1`,
    ])
      expect(revisions.revisionOf(text), text).toBeNull();
    expect(revisions.revisionOf(other.revisions.cursorOf(other.revisions.here()))).toBeNull();
  });

  it('that is still to come is none', () => {
    const of = runs(1);
    const { revisions } = revisionsFor(of);
    const ahead = revisionsFor(of);
    ahead.time.ms += 10;
    expect(revisions.revisionOf(ahead.revisions.cursorOf(ahead.revisions.here()))).toBeNull();
  });

  it('from after a copy of the history was made is none in the copy, which has a run of the same number', () => {
    const of = runs(2);
    const original = revisionsFor([...of, { number: 3n, tag: newTag() }]);
    const copy = revisionsFor([...of, { number: 3n, tag: newTag() }]);
    expect(copy.revisions.revisionOf(original.revisions.cursorOf(original.revisions.next()))).toBeNull();
  });
});
