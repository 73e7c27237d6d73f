import { expect, it, onTestFinished } from 'vitest';
import type { TunnelPhase } from '../../electron/contract/state.ts';
import type { App } from '../../electron/core/app.ts';
import { emulatorForTest, listLogger, tempFolder } from '../adapters/harness.ts';
import { ManualClock } from '../fakes/manualClock.ts';
import { startApp } from './harness.ts';
import { portAside } from './portAside.ts';
import { proxyFor, type Proxy } from './proxy.ts';
import { quiet, until } from './until.ts';

interface Reception {
  app: App;
  clock: ManualClock;
  /** What stands at the public URL. */
  gateway: Proxy;
}

/** Lets time pass until the app sees its public URL so; it looks again by its own clock. */
async function passUntil(wanted: TunnelPhase, { app, clock, gateway }: Reception): Promise<void> {
  const end = clock.now() + 3_600_000;
  while (app.state().tunnel.state !== wanted) {
    expect(clock.now()).toBeLessThan(end);
    await clock.advance(1_000);
    await quiet(gateway);
  }
}

it('a message whose webhook met a dead tunnel is there when the tunnel is back, without a moment more', async () => {
  const clock = new ManualClock();
  const emulator = await emulatorForTest({ now: () => clock.now() });
  const { accountSid, authToken, baseUrl } = emulator;
  const port = await portAside();
  const gateway = await proxyFor(`http://127.0.0.1:${port}`);
  const [dataDir, log, publicUrl] = [tempFolder(), listLogger(), gateway.url];
  const { app, close } = await startApp({ dataDir, clock, log, accountSid, authToken, baseUrl, port, publicUrl });
  onTestFinished(close);
  const { id, number } = await app.leases.start({ requestId: 'wish', policy: 'keep' });
  // Of a number that nobody waits for, no list is read meanwhile.
  await app.leases.end(id);

  gateway.watch(() => Promise.reject(new Error('The tunnel is dead.')));
  await passUntil('degraded', { app, clock, gateway });
  const { sid, delivered } = await emulator.sendSms({ to: number ?? '', body: 'Your Lumora code is 482913' });
  expect(delivered.filter(({ status }) => status !== undefined)).toEqual([]);
  await clock.advance(30_000);
  expect((await app.listMessages({ limit: 10 })).messages).toEqual([]);

  gateway.watch(null);
  await passUntil('online', { app, clock, gateway });
  // The app's clock stands still from here on.
  await until('the message is there', () => app.state().messages.length > 0);
  expect(app.state().messages).toMatchObject([{ sid, leaseId: id, code: '482913', source: 'backfill' }]);
  expect(app.state().reception).toMatchObject({ accepted: 0, backfilled: 1 });
});
