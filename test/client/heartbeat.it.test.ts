import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { OtpDock } from '../../electron/client/client.ts';
import { otpDockTasks } from '../../electron/client/cypress.ts';
import { ManualClock } from '../fakes/manualClock.ts';
import { hostForTest } from '../headless/harness.ts';

const us = { country: 'US', type: 'local', ttlSeconds: 3_600 } as const;
const client = resolve(import.meta.dirname, '../../electron/client/client.ts');

/** The host's time passes when the test says so; the client's does, too, once it is stopped. */
const it = test
  .extend('clock', () => new ManualClock(Date.now()))
  .extend('own', ({ clock }) => hostForTest({ options: { clock } }))
  .extend('dock', ({ own: { dataDir } }) => new OtpDock({ dataDir, reconnectTimeout: 0 }))
  .extend('beat', ({ own }) => vi.spyOn(own.host.app.heartbeats, 'beat'));

/** Stops what the client waits for between its beats, by its length alone: connections and the host go on. */
function stopTimers(): void {
  const { setTimeout: start, clearTimeout: clear } = globalThis;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { setTimeout: startStopped, clearTimeout: clearStopped } = globalThis;
  const stopped = new Set<unknown>();
  const startOne = (call: () => void, ms?: number) => {
    if (ms !== 10_000 && ms !== 1_000) return start(call, ms);
    const timer = startStopped(call, ms);
    stopped.add(timer);
    return timer;
  };
  globalThis.setTimeout = startOne as typeof setTimeout;
  globalThis.clearTimeout = (timer) => (stopped.has(timer) ? clearStopped : clear)(timer);
  onTestFinished(() => void vi.useRealTimers());
}

describe('a lease with a heartbeat', () => {
  it('is heard three times in each interval, until it is released', async ({ own, dock, beat }) => {
    stopTimers();
    const lease = await dock.lease({ ...us, heartbeatSeconds: 30 });
    for (let count = 1; count <= 6; count += 1) {
      await vi.advanceTimersByTimeAsync(9_999);
      expect(beat).toHaveBeenCalledTimes(count - 1);
      await vi.advanceTimersByTimeAsync(1);
      await expect.poll(() => beat.mock.calls).toHaveLength(count);
      // Its answer sets the next timer.
      await expect.poll(() => vi.getTimerCount()).toBe(1);
    }
    await lease.release();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(beat).toHaveBeenCalledTimes(6);
    expect(own.host.app.lease(lease.id).endReason).toBe('onRequest');
  });

  it('is heard again soon after a beat that failed', async ({ dock, beat }) => {
    stopTimers();
    const lease = await dock.lease({ ...us, heartbeatSeconds: 30 });
    beat.mockImplementationOnce(() => {
      throw new Error('The disk is full.');
    });
    await vi.advanceTimersByTimeAsync(10_000);
    await expect.poll(() => beat.mock.results).toMatchObject([{ type: 'throw' }]);
    await expect.poll(() => vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1_000);
    await expect.poll(() => beat.mock.results).toMatchObject([{ type: 'throw' }, { type: 'return' }]);
    await lease.release();
  });

  it('is heard no more when somebody else has ended it', async ({ own, dock, beat }) => {
    stopTimers();
    const { id } = await dock.lease({ ...us, heartbeatSeconds: 30 });
    await own.host.app.leases.end(id);
    await vi.advanceTimersByTimeAsync(10_000);
    await expect.poll(() => beat.mock.results).toMatchObject([{ type: 'throw' }]);
    await dock.health();
    await vi.advanceTimersByTimeAsync(60_000);
    await dock.health();
    expect(beat).toHaveBeenCalledTimes(1);
  });

  it('of another script is left to that', async ({ dock, beat }) => {
    stopTimers();
    const { id } = await dock.lease({ ...us, heartbeatSeconds: 30 });
    const found = await dock.findLease(id);
    expect(found.state.heartbeatSeconds).toBe(30);
    await vi.advanceTimersByTimeAsync(10_000);
    await dock.health();
    expect(beat).toHaveBeenCalledTimes(1);
  });
});

/** Runs a script of somebody who uses the client; answers what it printed when it has ended. */
async function run(dataDir: string, script: string): Promise<{ status: number | null; output: string }> {
  const source = `import { OtpDock } from ${JSON.stringify(client)};
    const lease = await new OtpDock().lease(${JSON.stringify({ ...us, heartbeatSeconds: 30 })});\n${script}`;
  const env = { ...process.env, OTP_DOCK_DATA_DIR: dataDir, NODE_NO_WARNINGS: '1' };
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'close');
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = (await exit) as [number | null];
  return { status, output: stdout + stderr };
}

describe('a process that ends without releasing its number', () => {
  it.for([
    ['by itself', '', 0],
    ['by a crash', `setInterval(() => undefined, 1000); process.kill(process.pid, 'SIGKILL');`, null],
  ] as const)('%s is not kept alive, says nothing, and leaves no number behind', async (row, { own, clock }) => {
    const [_how, script, expected] = row;
    const { dataDir, host, emulator } = own;
    expect(await run(dataDir, script)).toEqual({ status: expected, output: '' });
    expect(host.app.listLeases()).toMatchObject([{ state: 'active' }]);
    await clock.advance(30_000);
    await expect.poll(() => host.app.listLeases()).toMatchObject([{ state: 'released', endReason: 'clientGone' }]);
    expect(emulator.state().numbers).toEqual([]);
  });
});

it('the tasks for Cypress ask for one by themselves, unless they are told not to', async ({ own }) => {
  const tasks = otpDockTasks({ dataDir: own.dataDir });
  expect(await tasks['otpDock:lease'](us)).toMatchObject({ heartbeatSeconds: 30 });
  expect(await tasks['otpDock:lease']({ ...us, heartbeatSeconds: 60 })).toMatchObject({ heartbeatSeconds: 60 });
  expect(await tasks['otpDock:lease']({ ...us, heartbeatSeconds: null })).toMatchObject({ heartbeatSeconds: null });
  await tasks['otpDock:releaseAll']();
});
