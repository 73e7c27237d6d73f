import { expect, onTestFinished, vi } from 'vitest';
import type { App } from '../../electron/core/app.ts';
import { fastClock, paceFrom } from './fastClock.ts';
import { appForTest, bought, wish } from './testApp.ts';
import { until } from './until.ts';

const speed = 50;
const storm = { rateLimitShare: 0.35, serverErrorShare: 0.25, dropShare: 0.05, dropAfterCommitShare: 0.1 };

/** Twilio's SDK waits by the machine's clock before it repeats what got a 429: shorter here, by as much as the clock is faster. */
function hurryTheSdk(): void {
  const { random } = Math;
  const hurry = vi.spyOn(Math, 'random').mockImplementation(() => random() / speed);
  onTestFinished(() => hurry.mockRestore());
}

/** As a patient client does: the same wish again, until it has its number. */
async function served(app: App, index: number): Promise<string> {
  for (;;) {
    const lease = await app.leases.start(wish(index)).catch(() => null);
    if (!lease) continue;
    await until(`wish ${index} is no longer being bought`, () => app.lease(lease.id).state !== 'buying');
    const { state, numberSid } = app.lease(lease.id);
    if (state === 'active' && numberSid) return numberSid;
  }
}

/** So many wishes at once, while Twilio refuses, fails and loses answers: each is served once, and all go back. */
export async function serveInStorm(wishes: number, seed: number): Promise<void> {
  const { app, emulator, proxy } = await appForTest(fastClock(paceFrom(Date.parse('2026-03-01T12:00:00Z'), speed)));
  hurryTheSdk();
  emulator.setFaults({ ...storm, seed, latencyMs: 2 });
  const sids = await Promise.all(Array.from({ length: wishes }, (_, index) => served(app, index)));
  expect(new Set(sids).size).toBe(wishes);
  expect(new Set(bought(emulator).map(({ sid }) => sid))).toEqual(new Set(sids));
  expect(bought(emulator)).toHaveLength(wishes);
  // Whether two ever met at the account is up to the machine; that never three do is up to the app.
  expect(proxy.mostPurchases()).toBeLessThanOrEqual(2);

  await app.leases.endAll();
  await until('all numbers have gone back', () => emulator.state().numbers.length === 0);
  await until('the leases say so', () =>
    app.listLeases().every(({ state }) => state === 'released' || state === 'failed'),
  );
  expect(emulator.state().released).toHaveLength(wishes);
}
