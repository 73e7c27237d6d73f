import { describe, expect, it } from 'vitest';
import { settle } from '../../fakes/manualClock.ts';
import { deskFor, waitingIn } from '../../support/desk.ts';

describe('when nothing can be bought', () => {
  it('a kept number that fits is waited for, and serves who asked first', async () => {
    const desk = await deskFor({ numbers: 1 });
    const first = await desk.asked('a', { policy: 'keep' });
    const refused = desk.ask('b', { policy: 'keep' });
    const waiting = ['c', 'd'].map((key) => desk.ask(key, { policy: 'keep', waitSeconds: 600 }));
    await settle();
    expect(refused.failure?.code).toBe('NO_NUMBERS_AVAILABLE');
    expect(waitingIn(desk)).toHaveLength(2);
    await desk.close(first);
    expect(waiting[0]?.lease).toMatchObject({ reused: true, number: first.lease?.number });
    expect(waiting[1]?.lease).toBeUndefined();
    await desk.close(waiting[0]!);
    expect(waiting[1]?.lease).toMatchObject({ reused: true });
  });

  it('because of the token’s spending limit, a kept number is waited for as well', async () => {
    const desk = await deskFor();
    await desk.token('ci', undefined, '1.15');
    const first = await desk.asked('a', { policy: 'keep' }, 'ci');
    const waiting = desk.ask('b', { policy: 'keep', waitSeconds: 60 }, 'ci');
    const late = desk.ask('c', { policy: 'keep', waitSeconds: 30 }, 'ci');
    await desk.clock.advance(30_000);
    expect(late.failure).toMatchObject({
      code: 'NO_FREE_NUMBER',
      hint: expect.toSay('more than its limit of 1.15 USD a day'),
    });
    await desk.close(first);
    expect(waiting.lease).toMatchObject({ reused: true });
  });

  it('nothing is waited for that will not come: no kept number fits', async () => {
    const desk = await deskFor({ numbers: 1 });
    await desk.asked('a', { policy: 'release' });
    const gone = await desk.asked('b', { policy: 'keep', waitSeconds: 600 });
    expect(gone.failure?.code).toBe('NO_NUMBERS_AVAILABLE');
  });

  it('the wait ends when the number that was waited for is not kept any more', async () => {
    const desk = await deskFor({ numbers: 1 });
    const first = await desk.asked('a', { policy: 'keep' });
    const waiting = await desk.asked('b', { policy: 'keep', waitSeconds: 600 });
    await settle(desk.app.leases.setPolicy(first.lease?.id ?? '', 'release'));
    expect(waiting.failure?.code).toBe('NO_NUMBERS_AVAILABLE');
  });

  it('one whose wish the free number does not fit holds up nobody', async () => {
    const desk = await deskFor({ numbers: 2 });
    const [first, second] = [desk.ask('a', { policy: 'keep' }), desk.ask('b', { policy: 'keep' })];
    await settle();
    const digits = second.lease?.number?.slice(-4) ?? '';
    const picky = desk.ask('c', { policy: 'keep', contains: digits, waitSeconds: 600 });
    const any = await desk.asked('d', { policy: 'keep', waitSeconds: 600 });
    await desk.close(first);
    expect([picky.lease, any.lease?.number]).toEqual([undefined, first.lease?.number]);
    await desk.close(second);
    expect(picky.lease?.number).toBe(second.lease?.number);
  });

  it('what can be bought after a limit was raised is bought', async () => {
    const desk = await deskFor({ settings: { limitPerDay: '1.15' } });
    await desk.asked('a', { policy: 'keep' });
    const waiting = await desk.asked('b', { policy: 'keep', waitSeconds: 600 });
    await settle(desk.app.requests['settings.update']({ theme: 'dark' }));
    expect(desk.twilio.count('search')).toBe(2);
    await settle(desk.app.requests['settings.update']({ limitPerDay: '5' }));
    expect(waiting.lease).toMatchObject({ reused: false });
  });

  it('one purchase is tried for all who want the same, and again after a while', async () => {
    const desk = await deskFor({ numbers: 1 });
    const first = await desk.asked('0', { policy: 'keep' });
    const wish = { policy: 'keep', waitSeconds: 600 } as const;
    const waiting = Array.from({ length: 10 }, (_, index) => desk.ask(`w${index}`, wish));
    await settle();
    await settle();
    const failed = () => desk.app.listLeases().filter(({ state }) => state === 'failed').length;
    expect([waitingIn(desk).length, failed()]).toEqual([10, 1]);
    await desk.asked('soon', wish);
    expect([waitingIn(desk).length, failed()]).toEqual([11, 1]);
    await desk.clock.advance(30_000);
    await desk.asked('later', wish);
    expect([waitingIn(desk).length, failed()]).toEqual([12, 2]);
    await desk.close(first);
    expect(waiting[0]?.lease).toMatchObject({ reused: true });
  });

  it('those who want the same are all served when it can be bought', async () => {
    const desk = await deskFor();
    await desk.asked('0', { policy: 'keep' });
    const asked = Array.from({ length: 5 }, (_, index) => desk.ask(`w${index}`, { policy: 'keep', waitSeconds: 60 }));
    for (let round = 0; round < 5; round += 1) await settle();
    expect(asked.filter(({ lease }) => lease?.reused === false)).toHaveLength(5);
  });
});
