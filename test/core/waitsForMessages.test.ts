import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WaitOutcome } from '../../electron/core/waiters.ts';
import type { Wait } from '../../electron/core/waits.ts';
import { settle } from '../fakes/manualClock.ts';
import { smsOf, startCore, startLeased, type CoreApp, type CoreOptions } from '../support/coreApp.ts';
import { forAll } from '../support/runs.ts';

const number = '+14155550100';
const minutes = 60_000;

const bodyOf = (outcome: WaitOutcome) => (outcome.kind === 'came' ? outcome.message.body : outcome.kind);
const sidOf = (outcome: WaitOutcome) => (outcome.kind === 'came' ? outcome.message.sid : '');

/** A core, and one that waits by number, for a message unless a code is asked for. */
async function started(options: CoreOptions = {}) {
  const core = await startCore(options);
  return { ...core, wait: waitIn(core) };
}

const waitIn =
  ({ app }: CoreApp) =>
  (timeoutMs: number, more: Partial<Wait> = {}) =>
    app.waitFor({ target: { number }, awaited: 'message', timeoutMs, ...more });

const to = number;

describe('waiting for a message', () => {
  it('of a lease ends with one without a code', async () => {
    const { app, id, number: to, sms } = await startLeased();
    const waiting = app.waitFor({ target: { leaseId: id }, awaited: 'message', timeoutMs: 30_000 });
    await settle();
    await sms({ to, body: 'Welcome!' });
    expect(bodyOf(await waiting)).toBe('Welcome!');
  });

  it('of a lease ends with the newest, or with the first later one where that is asked', async () => {
    const { app, clock, id, number: to, sms } = await startLeased();
    const wait = (more: Partial<Wait> = {}) =>
      app.waitFor({ target: { leaseId: id }, awaited: 'message', timeoutMs: 0, ...more });
    for (const body of ['one', 'two', 'three']) {
      await sms({ to, body });
      await clock.advance(10);
    }
    const first = await wait({ after: { at: '1970-01-01T00:00:00.000Z' } });
    expect(bodyOf(first)).toBe('one');
    expect(bodyOf(await wait({ after: { sid: sidOf(first) } }))).toBe('two');
    expect(bodyOf(await wait())).toBe('three');
  });

  it('passes over one whose text is still being looked for, until it is there', async () => {
    const { app, clock, gate, id, number: to, sms, twilio } = await startLeased({ ttlSeconds: 3_600 });
    const blank = smsOf({ to, body: '' }, clock);
    await settle(gate.receive(blank));
    const waiting = app.waitFor({ target: { leaseId: id }, awaited: 'message', timeoutMs: 60_000 });
    twilio.inbound.push({ ...blank, body: 'Welcome!' });
    await clock.advance(2_000);
    expect(bodyOf(await waiting)).toBe('Welcome!');
    await sms({ to, body: '', numMedia: 1 });
    const picture = await app.waitFor({ target: { leaseId: id }, awaited: 'message', timeoutMs: 0 });
    expect(picture).toMatchObject({ message: { numMedia: 1 } });
  });
});

describe('waiting by number', () => {
  it('ends with a message or a code to that number alone, leased or not', async () => {
    const { sms, wait } = await started();
    const [message, code] = [wait(30_000), wait(30_000, { awaited: 'code' })];
    await settle();
    await sms({ to: '+14155550101', body: 'Your code is 111111' });
    await sms({ to, body: 'Welcome!' });
    await sms({ to, body: 'Your code is 222222' });
    expect([bodyOf(await message), bodyOf(await code)]).toEqual(['Welcome!', 'Your code is 222222']);
    const core = await startLeased();
    const waiting = waitIn(core)(30_000, { target: { number: core.number } });
    await settle();
    await core.sms({ to: core.number, body: 'Hello' });
    expect(bodyOf(await waiting)).toBe('Hello');
  });

  it('ends with what came just before, but not with what came more than ten minutes ago', async () => {
    const { clock, sms, wait } = await started();
    await sms({ to, body: 'Your code is 111111' });
    await clock.advance(10 * minutes - 1);
    expect(bodyOf(await wait(0, { awaited: 'code' }))).toBe('Your code is 111111');
    await clock.advance(1);
    const late = wait(0, { awaited: 'code' });
    await clock.advance(0);
    expect(await late).toEqual({ kind: 'timeout' });
    const after = { at: new Date(clock.now() - 11 * minutes).toISOString() };
    expect(bodyOf(await wait(0, { awaited: 'code', after }))).toBe('Your code is 111111');
  });

  it('does not end with what came for the lease before, where another lease runs now', async () => {
    const core = await startLeased({ ttlSeconds: 60 }, { settings: { policy: 'keep' } });
    const target = { number: core.number };
    await core.sms({ to: core.number, body: 'Your code is 111111' });
    await core.clock.advance(61_000);
    const next = await core.take({ ttlSeconds: 60 });
    expect(next.number).toBe(core.number);
    const waiting = waitIn(core)(30_000, { target });
    await settle();
    await core.sms({ to: core.number, body: 'Your code is 222222' });
    expect(bodyOf(await waiting)).toBe('Your code is 222222');
    expect(bodyOf(await waitIn(core)(0, { target }))).toBe('Your code is 222222');
  });

  it('by a channel ends with a message of that channel', async () => {
    const { sms, wait } = await started();
    const waiting = wait(30_000, { wanted: { channel: 'whatsapp' } });
    await settle();
    await sms({ to, body: 'by SMS' });
    await sms({ to, from: 'whatsapp:+12025550147', body: 'by WhatsApp' });
    expect(bodyOf(await waiting)).toBe('by WhatsApp');
  });

  it('for a holder ends with what came for a lease of that holder alone', async () => {
    const core = await startLeased({ holder: 'ci' });
    const wait = (holder?: string) => waitIn(core)(1_000, { target: { number: core.number, holder } });
    const early = [wait('web'), wait('ci'), wait()];
    await settle();
    await core.sms({ to: core.number, body: 'Hello' });
    const late = [wait('web'), wait('ci'), wait()];
    await core.clock.advance(1_000);
    const expected = ['timeout', 'Hello', 'Hello'];
    expect((await Promise.all([...early, ...late])).map(bodyOf)).toEqual([...expected, ...expected]);
  });

  it('after a message does not end with an older one that a lease takes over, or that comes late', async () => {
    const core = await startCore();
    const { app, clock, sms, take, twilio } = core;
    const [to, wait] = ['+919000000001', waitIn(core)];
    await sms({ to, body: 'older' });
    twilio.inbound.push(smsOf({ to, body: 'late' }, clock));
    await clock.advance(3_000);
    await sms({ to, body: 'one' });
    const target = { number: to };
    const waiting = wait(60_000, { target, after: { sid: sidOf(await wait(0, { target })) } });
    await settle();
    expect(await take()).toMatchObject({ number: to });
    expect(await app.requests['messages.check']({})).toEqual({ found: 1 });
    await sms({ to, body: 'two' });
    expect(bodyOf(await waiting)).toBe('two');
  });

  it('is refused while reception is paused, and without an account', async () => {
    const { app, wait } = await started();
    const waiting = wait(30_000);
    await settle();
    await app.requests['reception.pause']({ paused: true });
    expect([await waiting, await wait(30_000)]).toEqual([{ kind: 'paused' }, { kind: 'paused' }]);
    const { wait: without } = await started({ environment: { credentials: null } });
    await expect(without(0)).rejects.toMatchObject({ failure: { code: 'NOT_CONNECTED' } });
  });

  it('of a caller who has gone already ends at once, and leaves no timer behind', async () => {
    const { clock, wait } = await started();
    const before = clock.waiting;
    expect(await wait(30_000, { signal: AbortSignal.abort() })).toEqual({ kind: 'timeout' });
    expect(clock.waiting).toBe(before);
  });
});

describe('whoever waits again and again after what came last', () => {
  const numbers = [to, '+14155550101'];
  const step = fc.oneof(
    fc.record({ kind: fc.constant('sms' as const), to: fc.constantFrom(...numbers), coded: fc.boolean() }),
    fc.record({ kind: fc.constant('wait' as const), who: fc.nat(3) }),
    fc.record({ kind: fc.constant('pass' as const), ms: fc.nat(2_000) }),
  );

  it('gets each message of the number once, in order, and the newest code there is', async () => {
    await forAll(30, [fc.array(step, { maxLength: 30 })], async (steps) => {
      const { app, clock, sms } = await started();
      const start = { at: new Date(clock.now() - 1).toISOString() };
      const sent: { to: string; body: string; coded: boolean }[] = [];
      const clients = numbers.flatMap((target) =>
        (['message', 'code'] as const).map((awaited) => ({
          ...{ target, awaited, after: start as NonNullable<Wait['after']>, got: [] as string[], busy: false },
        })),
      );
      const ask = async (client: (typeof clients)[number]) => {
        if (client.busy) return;
        client.busy = true;
        const { target, awaited, after } = client;
        const outcome = await app.waitFor({ target: { number: target }, awaited, timeoutMs: 1_000, after });
        client.busy = false;
        if (outcome.kind !== 'came') return;
        client.got.push(outcome.message.body);
        client.after = { sid: outcome.message.sid };
      };
      for (const one of steps) {
        if (one.kind === 'wait') void ask(clients[one.who]!);
        else if (one.kind === 'pass') await clock.advance(one.ms);
        else {
          const body = one.coded
            ? `Your code is ${100_001 + sent.length}`
            : `Note ${'abcdefghijklmnopqrstuvwxyzABCDEF'[sent.length]}`;
          sent.push({ to: one.to, body, coded: one.coded });
          await settle(sms({ to: one.to, body }));
        }
      }
      await clock.advance(1_000);
      for (const client of clients) {
        while (await lastly(client)) await clock.advance(0);
        const mine = sent.filter(({ to, coded }) => to === client.target && (client.awaited === 'message' || coded));
        const bodies = mine.map(({ body }) => body);
        if (client.awaited === 'message') expect(client.got).toEqual(bodies);
        else {
          expect(client.got).toEqual(bodies.filter((body) => client.got.includes(body)));
          expect(client.got.at(-1)).toBe(bodies.at(-1));
        }
      }

      async function lastly(client: (typeof clients)[number]): Promise<boolean> {
        const before = client.got.length;
        const asking = ask(client);
        await clock.advance(1_000);
        await asking;
        return client.got.length > before;
      }
    });
  });
});
