import { expect, it } from 'vitest';
import { nextBill } from '../../../electron/core/money/billing.ts';
import { FakeTelephony } from '../../fakes/fakeTelephony.ts';
import { ManualClock, settle } from '../../fakes/manualClock.ts';
import { startCore } from '../../support/coreApp.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Numbers between 0 and 1, the same in each run. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

interface Ownership {
  boughtAt: number;
  releasedAt: number;
}

/** An account that remembers for how long each number was its own. */
class BilledTelephony extends FakeTelephony {
  readonly past = new Map<string, Ownership>();
  override release = async (sid: string) => {
    const number = this.owned.get(sid);
    if (number) this.past.set(sid, { boughtAt: Date.parse(number.boughtAt), releasedAt: this.now() });
    this.owned.delete(sid);
    return undefined;
  };
}

/** Every bill after the purchase that fell while the number was the account's. */
function billsOf({ boughtAt, releasedAt }: Ownership): number[] {
  const bills = [];
  for (let at = nextBill(boughtAt, boughtAt); at < releasedAt; at = nextBill(boughtAt, at)) bills.push(at);
  return bills;
}

it('a year with the policy “renewal” pays no month without a lease', async () => {
  const random = draws(20_260_301);
  const clock = new ManualClock();
  const twilio = new BilledTelephony();
  twilio.now = () => clock.now();
  const { app, take } = await startCore({ clock, twilio, settings: { policy: 'renewal' } });
  const used = new Map<string, { from: number; to: number }[]>();
  let [taken, bought] = [0, 0];
  for (const end = clock.now() + 365 * day; clock.now() < end;) {
    // Some weeks are quiet, some days are busy.
    const busy = Math.sin(clock.now() / (11 * day)) > -0.2;
    for (let wishes = busy ? Math.floor(random() * 1.15) + Math.floor(random() * 1.05) : 0; wishes > 0; wishes -= 1) {
      const ttlSeconds = 60 + Math.floor(random() * 3 * 3_600);
      const lease = await take({ ttlSeconds });
      taken += 1;
      if (!lease.reused) bought += 1;
      const use = { from: clock.now(), to: clock.now() + ttlSeconds * 1000 };
      used.set(lease.numberSid, [...(used.get(lease.numberSid) ?? []), use]);
    }
    await clock.jump(3 * hour);
  }
  await settle();
  for (const [sid, ownership] of twilio.past) {
    for (const bill of billsOf(ownership)) {
      const during = used.get(sid)?.some(({ from, to }) => from <= bill && to >= bill - 6 * hour);
      expect(during, `${sid} was billed at ${new Date(bill).toISOString()} while nobody used it`).toBe(true);
    }
  }
  expect(twilio.past.size).toBeGreaterThan(10);
  expect(bought).toBe(twilio.purchases.length);
  expect(bought).toBeLessThan(taken / 5);
  await app.stop();
});
