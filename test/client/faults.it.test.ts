import { describe, expect } from 'vitest';
import { OtpDock } from '../../electron/client/client.ts';
import { otpDockTasks } from '../../electron/client/cypress.ts';
import { phoneFixtures } from '../../electron/client/playwright.ts';
import { sdk } from '../emulator/harness.ts';
import { hostForTest, it as base } from '../headless/harness.ts';

const [alice, bob, shop] = ['+919812345678', '+14155550188', '+12025550147'];
const variables = { TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '', OTP_DOCK_CAPTURE_PORT: '0' };

/** Each test may have a host that captures, a script's client of it, and an app under test that sends to it. */
const it = base
  .extend('own', () => hostForTest({ variables, options: { emulated: 'capture' } }))
  .extend('dock', ({ own }) => new OtpDock({ dataDir: own.dataDir }))
  .extend(
    'active',
    ({ host }) =>
      () =>
        host.app.state().capture?.faults,
  )
  .extend('send', ({ host }) => {
    const { messages } = sdk(host.ready.capture!);
    return (to: string) => messages.create({ to, from: shop, body: 'Your code is 482913' });
  });

describe('the faults of a script', () => {
  it('are those of one recipient, and end without ending those of others', async ({ own, dock, active, send }) => {
    const other = new OtpDock({ dataDir: own.dataDir });
    await other.setFaults({ to: bob, faults: [{ kind: 'twice' }] });
    await other.setFaults({ faults: [{ kind: 'slow', delaySeconds: 0.001 }] });
    await dock.setFaults({ to: alice, faults: [{ kind: 'refused', errorCode: 21408 }] });
    await expect(send(alice)).rejects.toMatchObject({ code: 21408 });
    const all = await dock.setFaults({ to: alice, faults: [{ kind: 'undelivered', errorCode: 30007, times: 1 }] });
    expect(all).toEqual(active());
    expect(all).toMatchObject([{ to: bob }, { to: null }, { to: alice, kind: 'undelivered', times: 1 }]);
    await send(alice);
    await dock.setFaults({ to: alice, faults: [{ kind: 'unavailable' }] });
    await dock.clearFaults();
    expect(active()).toMatchObject([{ to: bob }, { to: null }]);
    await other.clearFaults({ to: bob });
    await other.clearFaults();
    expect(active()).toEqual([]);
    await send(alice);
    expect(await dock.messages()).toMatchObject([{ to: alice }]);
  });

  it('are refused while nothing is captured, and then there is nothing to clear', async ({ own, dock }) => {
    await dock.setFaults({ faults: [{ kind: 'twice' }] });
    await own.host.app.requests['capture.stop'](undefined);
    await expect(dock.setFaults({ faults: [] })).rejects.toMatchObject({ code: 'CONFLICT' });
    await dock.clearFaults();
  });
});

it('a token with a name clears what it set after its lease, and is told what it may not', async ({ own, active }) => {
  const { body } = await own.call('POST', '/v1/tokens', { name: 'ci' });
  const { token } = body as { token: string };
  const dock = new OtpDock({ url: own.host.ready.api, token });
  const lease = await dock.lease({ country: 'US' });
  await dock.setFaults({ to: lease.number, faults: [{ kind: 'twice' }] });
  await expect(dock.setFaults({ to: bob, faults: [{ kind: 'twice' }] })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(dock.clearFaults({ to: bob })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await lease.release();
  await dock.clearFaults();
  expect(active()).toEqual([]);
});

describe('the faults of a Playwright test', () => {
  it.for([true, false])('end with it, whether it passes: %s', async (passes, { dock, active }) => {
    const [fromNow] = phoneFixtures.otpDockFromNow as unknown as [(...given: unknown[]) => Promise<void>];
    const use = async () => {
      await dock.setFaults({ to: alice, faults: [{ kind: 'twice' }] });
      if (!passes) throw new Error('The sign-up failed.');
    };
    await fromNow({ otpDock: dock }, use).catch(() => undefined);
    expect(active()).toEqual([]);
  });
});

describe('the faults of a Cypress test', () => {
  it('are set and cleared by tasks, and end with its leases', async ({ own, active }) => {
    const tasks = otpDockTasks({ dataDir: own.dataDir });
    const faults = [{ kind: 'late', delaySeconds: 2 } as const];
    expect(await tasks['otpDock:setFaults']({ to: alice, faults })).toMatchObject([{ to: alice, kind: 'late' }]);
    expect(await tasks['otpDock:clearFaults']()).toBeNull();
    expect(active()).toEqual([]);
    await tasks['otpDock:setFaults']({ to: alice, faults });
    await tasks['otpDock:setFaults']({ to: bob, faults });
    await tasks['otpDock:clearFaults']({ to: bob });
    expect(active()).toMatchObject([{ to: alice }]);
    await tasks['otpDock:releaseAll']();
    expect(active()).toEqual([]);
  });
});
