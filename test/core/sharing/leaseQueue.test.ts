import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settle } from '../../fakes/manualClock.ts';
import { deskFor, waitingIn } from '../../support/desk.ts';
import { forAll } from '../../support/runs.ts';

describe('a token that has as many leases as it may', () => {
  it('is refused at once, or gets the next one when one of its own ends', async () => {
    const desk = await deskFor();
    await desk.token('ci', 1);
    const first = desk.ask('a', {}, 'ci');
    const refused = desk.ask('b', {}, 'ci');
    const waiting = desk.ask('c', { waitSeconds: 60 }, 'ci');
    const other = await desk.asked('d');
    expect(first.lease?.holder).toBe('ci');
    expect(refused.failure).toMatchObject({
      code: 'TOO_MANY_LEASES',
      retryable: true,
      message: 'The token ci may have one number at a time and already has it.',
    });
    expect(other.lease).toBeDefined();
    expect(desk.app.state().waiting).toEqual([{ holder: 'ci', country: 'IN', since: '2026-03-01T12:00:00.000Z' }]);
    await desk.clock.advance(30_000);
    expect([waiting.lease, waiting.failure]).toEqual([undefined, undefined]);
    await desk.close(first);
    expect(waiting.lease).toMatchObject({ holder: 'ci', state: 'active' });
    expect(waitingIn(desk)).toEqual([]);
  });

  it('is told what was in the way when the time is up', async () => {
    const desk = await deskFor();
    await desk.token('ci', 1);
    desk.ask('a', {}, 'ci');
    const waiting = desk.ask('b', { waitSeconds: 60 }, 'ci');
    await desk.clock.advance(59_999);
    expect(waiting.failure).toBeUndefined();
    await desk.clock.advance(1);
    expect(waiting.failure).toMatchObject({
      code: 'NO_FREE_NUMBER',
      retryable: true,
      message: 'No number became free within 60 seconds.',
      hint: expect.toSay('The token ci may have one number at a time and already has it.'),
    });
    expect(waitingIn(desk)).toEqual([]);
    expect(desk.app.listLeases()).toHaveLength(1);
  });

  it('gets what it asked for before, also when that is over', async () => {
    const desk = await deskFor();
    await desk.token('ci', 1);
    const first = await desk.asked('a', {}, 'ci');
    await desk.close(first);
    const second = desk.ask('b', {}, 'ci');
    const [again, running] = [desk.ask('a', {}, 'ci'), desk.ask('b', {}, 'ci')];
    await settle();
    expect(again.lease?.id).toBe(first.lease?.id);
    expect(running.lease?.id).toBe(second.lease?.id);
  });
});

const anyHolders = fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 12 });

describe('a host that gives out so many numbers at once', () => {
  it('lets the others wait in turn, and serves more when it may', async () => {
    const desk = await deskFor({ settings: { leasesAtOnce: 1 } });
    const first = desk.ask('a');
    const refused = desk.ask('b');
    const waiting = ['c', 'd', 'e'].map((key) => desk.ask(key, { waitSeconds: 600 }));
    await settle();
    expect(refused.failure).toMatchObject({
      code: 'TOO_MANY_LEASES',
      message: 'This host allows one number at a time, and it is in use.',
      hint: expect.toSay('Settings'),
    });
    await desk.close(first);
    expect(waiting.map(({ lease }) => lease !== undefined)).toEqual([true, false, false]);
    await settle(desk.app.requests['settings.update']({ leasesAtOnce: 2 }));
    expect(waiting.map(({ lease }) => lease !== undefined)).toEqual([true, true, false]);
  });

  it('serves a pipeline with one request between those of a pipeline with fifty', async () => {
    const desk = await deskFor({ settings: { leasesAtOnce: 1 } });
    await Promise.all([desk.token('many'), desk.token('one')]);
    const first = desk.ask('0', {}, 'many');
    const many = Array.from({ length: 50 }, (_, index) => desk.ask(`m${index}`, { waitSeconds: 600 }, 'many'));
    const one = await desk.asked('1', { waitSeconds: 600 }, 'one');
    expect(waitingIn(desk)).toHaveLength(51);
    await desk.close(first);
    expect(one.lease).toBeDefined();
    expect(many.filter(({ lease }) => lease)).toEqual([]);
    await desk.close(one);
    expect(many.map(({ lease }) => lease !== undefined)).toEqual([true, ...Array<boolean>(49).fill(false)]);
  });

  it('serves each once and never more than it may, whatever ends when', () =>
    forAll(
      10,
      [anyHolders, fc.array(fc.nat(3), { maxLength: 14 }), fc.integer({ min: 1, max: 3 })],
      async (holders, ends, most) => {
        const desk = await deskFor({ settings: { leasesAtOnce: most } });
        await Promise.all([desk.token('a', 2), desk.token('b')]);
        const asked = holders.map((holder, index) => desk.ask(`k${index}`, { waitSeconds: 600 }, holder));
        await settle();
        const open = () => desk.app.listLeases().filter(({ state }) => state === 'active' || state === 'buying');
        for (const which of ends) {
          expect(open().length).toBeLessThanOrEqual(most);
          expect(open().filter(({ holder }) => holder === 'a').length).toBeLessThanOrEqual(2);
          const running = open();
          const next = running[which % Math.max(1, running.length)];
          if (next) await desk.end(next.id);
        }
        const ids = asked.flatMap(({ lease }) => lease?.id ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        expect(desk.app.listLeases()).toHaveLength(ids.length);
        expect(open().length === most || ids.length === holders.length || open().length >= 2).toBe(true);
      },
    ));
});

describe('whoever waits', () => {
  it('and goes away leaves the queue and is given nothing', async () => {
    const desk = await deskFor({ settings: { leasesAtOnce: 1 } });
    const first = desk.ask('a');
    const [gone, stays] = [desk.ask('b', { waitSeconds: 600 }), desk.ask('c', { waitSeconds: 600 })];
    await settle();
    gone.abort();
    expect(waitingIn(desk)).toHaveLength(1);
    await desk.close(first);
    expect(stays.lease).toBeDefined();
    await desk.close(stays);
    await desk.clock.advance(600_000);
    expect(desk.app.listLeases()).toHaveLength(2);
  });

  it('and goes away while the number is bought leaves no lease behind', async () => {
    const desk = await deskFor();
    const search = desk.twilio.hold('search');
    const gone = await desk.asked('a', { waitSeconds: 600 });
    gone.abort();
    await settle();
    search();
    await settle();
    expect(desk.twilio.purchases).toEqual([]);
    const purchase = desk.twilio.hold('purchase');
    const late = await desk.asked('b', { waitSeconds: 600 });
    late.abort();
    purchase();
    await settle();
    await settle();
    expect(desk.twilio.owned.size).toBe(0);
    const states = desk.app.listLeases().map(({ state }) => state);
    expect(states.toSorted()).toEqual(['failed', 'released']);
  });

  it('joins the wait of the same request, and stays when the other goes', async () => {
    const desk = await deskFor({ settings: { leasesAtOnce: 1 } });
    const first = desk.ask('a');
    const [one, same] = [desk.ask('b', { waitSeconds: 600 }), desk.ask('b', { waitSeconds: 600 })];
    await settle();
    expect(waitingIn(desk)).toHaveLength(1);
    one.abort();
    await desk.close(first);
    expect(same.lease).toBeDefined();
    expect(desk.app.listLeases()).toHaveLength(2);
  });

  it('has the same place again, asking again as soon as the time is up', async () => {
    const desk = await deskFor({ settings: { leasesAtOnce: 1 } });
    const first = desk.ask('a');
    desk.ask('b', { waitSeconds: 60 });
    const behind = desk.ask('c', { waitSeconds: 600 });
    await desk.clock.advance(60_000);
    const again = desk.ask('b', { waitSeconds: 60 });
    await desk.close(first);
    expect([again.lease !== undefined, behind.lease !== undefined]).toEqual([true, false]);
  });

  it('is refused when its token is removed, and when the app ends', async () => {
    const desk = await deskFor({ settings: { leasesAtOnce: 1 } });
    await desk.token('ci');
    desk.ask('a', {}, 'ci');
    const [ofToken, ofHost] = [desk.ask('b', { waitSeconds: 600 }, 'ci'), desk.ask('c', { waitSeconds: 600 })];
    await settle();
    await settle(desk.app.sharing.remove('ci'));
    expect(ofToken.failure?.code).toBe('NOT_CONNECTED');
    expect(ofHost.lease).toBeDefined();
    const last = await desk.asked('d', { waitSeconds: 600 });
    await desk.app.stop();
    expect(last.failure?.code).toBe('NOT_CONNECTED');
    expect(desk.clock.waiting).toBe(0);
  });
});
