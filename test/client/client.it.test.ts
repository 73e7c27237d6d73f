import { randomUUID } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { describe, expect, expectTypeOf } from 'vitest';
import type { z } from 'zod';
import {
  HostUnreachableError,
  NoCodeError,
  OtpDock,
  OtpDockError,
  type LeaseRequest,
} from '../../electron/client/client.ts';
import { otpDockTasks } from '../../electron/client/cypress.ts';
import type { leaseSchema } from '../../electron/contract/api.ts';
import { freePort, tempFolder } from '../adapters/harness.ts';
import { it as base } from '../headless/harness.ts';

const us = { country: 'US', type: 'local' } as const;

/** Each test may have a script's client of its own host, too, and a lease that it took. */
const it = base
  .extend('dataDir', ({ own }) => own.dataDir)
  .extend('dock', ({ dataDir }) => new OtpDock({ dataDir }))
  .extend('taken', ({ dock }) => dock.lease(us))
  .extend(
    'sms',
    ({ emulator }) =>
      (to: string, body: string) =>
        emulator.sendSms({ to, body }),
  );

const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => ({ resolved: value }),
    (thrown: unknown) => thrown,
  );

describe('a script', () => {
  it('takes a number, waits for its code, and gives it back', async ({ dock, sms, emulator }) => {
    const lease = await dock.lease({ ...us, label: 'sign-up', ttlSeconds: 600 });
    expect(lease.state).toMatchObject({ state: 'active', label: 'sign-up', country: 'US' });
    expect(emulator.state().numbers).toMatchObject([{ phoneNumber: lease.number }]);
    const waiting = lease.waitForCode({ timeout: 30_000 });
    await sms(lease.number, 'Your code is 482913');
    expect(await waiting).toMatchObject({ code: '482913', message: { leaseId: lease.id, to: lease.number } });
    await lease.release();
    await expect.poll(() => emulator.state().numbers).toEqual([]);
    await lease.release();
    expect((await lease.refresh()).state.state).toMatch(/releasing|released/);
  });

  it('gets the next code the second time, not the first again', async ({ dock, taken: lease, sms }) => {
    await sms(lease.number, 'Your code is 111111');
    const first = await lease.waitForCode();
    const second = lease.waitForCode();
    await sms(lease.number, 'Your code is 222222');
    expect([first.code, (await second).code]).toEqual(['111111', '222222']);
    const other = await dock.findLease(lease.id);
    expect((await other.waitForCode()).code).toBe('222222');
    expect((await other.waitForCode({ after: first.message })).code).toBe('222222');
    expect(await errorOf(other.waitForCode({ after: new Date(), timeout: 0 }))).toBeInstanceOf(NoCodeError);
  });

  it('with await using gives the number back at the end of the block', async ({ dock, emulator }) => {
    {
      await using lease = await dock.lease(us);
      expect(emulator.state().numbers).toMatchObject([{ phoneNumber: lease.number }]);
    }
    await expect.poll(() => emulator.state().numbers).toEqual([]);
  });

  it('sees what others do with the lease, and has more time when it asks', async ({ dock }) => {
    const lease = await dock.lease({ ...us, ttlSeconds: 60 });
    const before = Date.parse(lease.state.expiresAt ?? '');
    await lease.extend(30);
    expect(Date.parse(lease.state.expiresAt ?? '') - before).toBe(30_000);
    expect(await dock.leases()).toMatchObject([{ id: lease.id }]);
    expect(await dock.health()).toMatchObject({ status: 'ok', version: '1.2.3' });
    expect(JSON.parse(JSON.stringify(lease))).toEqual(lease.state);
  });
});

describe('when no code comes', () => {
  it('the error holds what did come, and why it had none', async ({ taken: lease, sms }) => {
    await sms(lease.number, 'Welcome to Lumora!');
    const error = await errorOf(lease.waitForCode({ timeout: 200 }));
    expect(error).toBeInstanceOf(NoCodeError);
    expect(error).toMatchObject({
      code: 'NO_CODE',
      retryable: true,
      messages: [{ body: 'Welcome to Lumora!' }],
      message: expect.stringMatching(
        /^No code came within 0\.2 seconds\. A message came without a code; .*Welcome to Lumora!/,
      ),
    });
  });

  it('the error says where to look when nothing came', async ({ taken: lease }) => {
    expect(await errorOf(lease.waitForCode({ timeout: 0 }))).toMatchObject({
      messages: [],
      hint: expect.stringContaining(`No SMS came to ${lease.number}.`),
    });
  });

  it('a lease that ends in the meantime ends the wait', async ({ dock, taken: lease }) => {
    const waiting = errorOf(lease.waitForCode());
    await dock.health();
    await lease.release();
    expect(await waiting).toMatchObject({ name: 'NoCodeError', code: 'LEASE_ENDED' });
  });

  it('a signal ends the wait with its reason', async ({ dock, taken: lease }) => {
    const stop = new AbortController();
    const waiting = errorOf(lease.waitForCode({ signal: stop.signal }));
    await dock.health();
    stop.abort(new Error('The test is over.'));
    expect(await waiting).toBe(stop.signal.reason);
  });
});

describe('when the host is away', () => {
  it('a wait goes on after it was started again, at another port', async ({ own, dock, sms }) => {
    const lease = await dock.lease({ ...us, ttlSeconds: 600 });
    const waiting = lease.waitForCode();
    await dock.health();
    await own.restart();
    await sms(lease.number, 'Your code is 482913');
    expect((await waiting).code).toBe('482913');
  });

  it('who asks is told so, and what to do', async () => {
    const gone = new OtpDock({ url: `http://127.0.0.1:${await freePort()}`, token: 'x', reconnectTimeout: 0 });
    const error = await errorOf(gone.lease());
    expect(error).toBeInstanceOf(HostUnreachableError);
    expect(error).toMatchObject({ code: 'HOST_UNREACHABLE', message: expect.stringContaining('does not answer') });
    const nowhere = new OtpDock({ dataDir: tempFolder(), reconnectTimeout: 0 });
    expect(await errorOf(nowhere.health())).toMatchObject({ message: expect.stringContaining('npm run serve') });
  });
});

describe('a refusal', () => {
  it('is an error with the code of the API', async ({ dock, host, dataDir }) => {
    const wrong = await errorOf(dock.lease({ country: 'nowhere' }));
    expect(wrong).toMatchObject({ name: 'OtpDockError', code: 'INVALID_INPUT' });
    const missing = await errorOf(dock.findLease('nope'));
    expect(missing).toMatchObject({ code: 'NOT_FOUND', hint: expect.stringMatching(/\w/) });
    const stranger = new OtpDock({ url: host.ready.api, token: randomUUID() });
    expect(await errorOf(stranger.leases())).toMatchObject({ code: 'UNAUTHORIZED' });
    expect(await errorOf(stranger.leases())).toBeInstanceOf(OtpDockError);
    chmodSync(host.ready.tokenFile ?? '', 0o644);
    if (process.platform !== 'win32')
      expect(await errorOf(new OtpDock({ dataDir }).leases())).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('a number whose buyer gave up meanwhile is given back', async ({ dock, emulator, host }) => {
    emulator.setFaults({ latencyMs: 150 });
    const bought: (string | null)[] = [];
    host.app.on('lease', ({ number, state }) => state === 'active' && bought.push(number));
    const stop = new AbortController();
    const taking = errorOf(dock.lease(us, { signal: stop.signal }));
    await expect.poll(() => host.app.listLeases()).toMatchObject([{ state: 'buying' }]);
    stop.abort();
    expect(await taking).toBe(stop.signal.reason);
    await expect.poll(() => host.app.listLeases(), { timeout: 15_000 }).toMatchObject([{ state: 'released' }]);
    expect(bought).toHaveLength(1);
    expect(emulator.state().numbers).toEqual([]);
  });
});

describe('the tasks for Cypress', () => {
  it('take JSON and give JSON, and release what a test left', async ({ dataDir, sms, emulator }) => {
    const tasks = otpDockTasks({ dataDir });
    const lease = await tasks['otpDock:lease'](us);
    const waiting = tasks['otpDock:code']({ id: lease.id, timeout: 5_000 });
    await sms(lease.number ?? '', 'Your code is 482913');
    const received = await waiting;
    expect(received.code).toBe('482913');
    expect(JSON.parse(JSON.stringify([lease, received]))).toEqual([lease, received]);
    expect(await tasks['otpDock:messages']({ id: lease.id })).toMatchObject([{ code: '482913' }]);
    expect(await errorOf(tasks['otpDock:code']({ id: lease.id, timeout: 0 }))).toMatchObject({ code: 'NO_CODE' });
    expect(await tasks['otpDock:releaseAll']()).toBeNull();
    await expect.poll(() => emulator.state().numbers).toEqual([]);
    const second = await tasks['otpDock:lease'](us);
    expect(await tasks['otpDock:release']({ id: second.id })).toBeNull();
  });
});

it('asks for a lease in the words of the API', () => {
  type Given = z.input<typeof leaseSchema>;
  expectTypeOf<keyof LeaseRequest>().toEqualTypeOf<keyof Given>();
  expectTypeOf<LeaseRequest['policy']>().toEqualTypeOf<Given['policy']>();
  expectTypeOf<LeaseRequest['type']>().toEqualTypeOf<Given['type']>();
});
