import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { TwilioClock } from '../../electron/core/twilioClock.ts';
import { ManualClock } from '../fakes/manualClock.ts';
import { smsOf, startCore, type CoreApp, type CoreOptions } from '../support/coreApp.ts';
import { forAll } from '../support/runs.ts';

const wholeSecond = (ms: number) => Math.floor(ms / 1_000) * 1_000;

describe('the difference between the clocks', () => {
  it('is within a second of the truth after any answers, however slow they are', async () => {
    const answers = fc.array(
      fc.record({ pauseMs: fc.nat(5_000), tookMs: fc.nat(20_000), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
      { minLength: 1 },
    );
    await forAll(300, [fc.integer({ min: -700_000, max: 700_000 }), answers], (aheadMs, all) => {
      const start = Date.parse('2026-03-01T12:00:00.000Z');
      let now = start;
      const clock = { now: () => now, after: () => () => undefined, onSet: () => () => undefined };
      const twilio = new TwilioClock(clock, () => undefined);
      for (const { pauseMs, tookMs, share } of all) {
        const asked = (now += pauseMs);
        now += tookMs;
        twilio.heard({ date: wholeSecond(asked + tookMs * share + aheadMs), tookMs });
      }
      const fastest = Math.min(...all.map(({ tookMs }) => tookMs));
      const found = Date.parse(twilio.toTwilio(new Date(start).toISOString())) - start;
      expect(Math.abs(found - aheadMs)).toBeLessThanOrEqual(fastest + 1_000);
    });
  });

  it('is none for a clock that may be right', () => {
    const clock = new ManualClock();
    const twilio = new TwilioClock(clock, () => undefined);
    twilio.heard({ date: wholeSecond(clock.now() - 700), tookMs: 900 });
    expect(twilio.toOurs('2026-03-01T12:00:00.000Z')).toBe('2026-03-01T12:00:00.000Z');
  });
});

const polling = { environment: { reception: 'polling', publicUrl: null } } as const;

/** A core that hears from Twilio, whose clock is so far ahead of this one. */
async function startAhead(aheadMs: number, options: CoreOptions = {}) {
  const core = await startCore(options);
  core.answered(aheadMs);
  const codeNow = (leaseId: string) =>
    core.clock.until(core.app.waitFor({ target: { leaseId }, awaited: 'code', timeoutMs: 0 }));
  return { ...core, codeNow };
}

/** A message that Twilio's list has at this moment, with Twilio's time of it. */
function listed({ clock, twilio }: CoreApp, to: string, aheadMs: number): void {
  const receivedAt = new Date(wholeSecond(clock.now() + aheadMs)).toISOString();
  twilio.inbound.push({ ...smsOf({ to }, clock), receivedAt });
}

describe.each([-600, -30, 120])('with Twilio’s clock %i s ahead of this one', (seconds) => {
  const aheadMs = seconds * 1_000;

  it('the code of a lease comes by the list, with a time of this clock', async () => {
    const core = await startAhead(aheadMs, polling);
    const { app, clock } = core;
    const { id, number } = await core.take({ ttlSeconds: 300 });
    await clock.advance(10_400);
    const after = new Date(clock.now()).toISOString();
    const waiting = app.waitFor({ target: { leaseId: id }, awaited: 'code', timeoutMs: 30_000, after: { at: after } });
    await clock.advance(300);
    listed(core, number, aheadMs);
    const outcome = await clock.during(3_000, waiting);
    expect(outcome).toMatchObject({ kind: 'came', message: { code: '482913', leaseId: id } });
    const receivedAt = outcome.kind === 'came' ? Date.parse(outcome.message.receivedAt) : 0;
    expect(Math.abs(receivedAt - Date.parse(after))).toBeLessThanOrEqual(2_000);
  });

  it('what was sent before the lease is not taken for its own', async () => {
    const core = await startAhead(aheadMs, polling);
    listed(core, '+919000000001', aheadMs);
    await core.clock.advance(20_000);
    const { id } = await core.take({ ttlSeconds: 300 });
    await core.clock.advance(10_000);
    expect(await core.codeNow(id)).toEqual({ kind: 'timeout' });
  });

  it('what came while nothing was listening is found', async () => {
    const core = await startAhead(aheadMs);
    const { id, number } = await core.take({ ttlSeconds: 300 });
    await core.clock.advance(20_000);
    listed(core, number, aheadMs);
    expect(await core.app.requests['messages.check']({})).toEqual({ found: 1 });
    expect((await core.app.listMessages({ limit: 5 })).messages[0]?.leaseId).toBe(id);
  });

  it('a person is told, until the clocks agree', async () => {
    const core = await startAhead(aheadMs);
    expect(core.app.state().notices.map(({ id }) => id)).toEqual(['clock-differs']);
    expect(core.app.state().notices[0]?.message).toSay(
      seconds === -600 ? '10 minutes ahead' : seconds === -30 ? '30 seconds ahead' : '2 minutes behind',
    );
    core.answered(0);
    expect(core.app.state().notices).toEqual([]);
  });

  it.each([
    ['right', aheadMs, 0, ['clock-set']],
    ['wrong', 0, aheadMs, ['clock-differs', 'clock-set']],
  ])('a clock that is set %s while a lease runs changes nothing', async (_how, before, after, notices) => {
    const core = await startAhead(before, polling);
    const { id, number } = await core.take({ ttlSeconds: 300 });
    await core.clock.advance(30_000);
    await core.clock.set(before - after);
    expect(core.app.state().notices.map(({ id: notice }) => notice)).toEqual(notices);
    listed(core, number, after);
    await core.clock.advance(6_000);
    expect(await core.codeNow(id)).toMatchObject({ kind: 'came' });
  });
});

it('before Twilio has answered anything, nothing in its list is left out', async () => {
  const core = await startCore(polling);
  const { app, clock, twilio, take } = core;
  const { id, number } = await take({ ttlSeconds: 300 });
  const read = twilio.messagesTo;
  twilio.messagesTo = async (...asked) => {
    const answer = await read(...asked);
    core.answered(-600_000);
    return answer;
  };
  await clock.advance(1_000);
  listed(core, number, -600_000);
  await clock.advance(3_000);
  expect(await app.waitFor({ target: { leaseId: id }, awaited: 'code', timeoutMs: 0 })).toMatchObject({ kind: 'came' });
});
