import { describe, expect, it } from 'vitest';
import { testPurchase, type PurchaseTest } from '../../electron/cli/purchaseTest.ts';
import type { Purse } from '../../electron/cli/purse.ts';
import { plainError } from '../../electron/contract/errors.ts';
import { defaultSettings } from '../../electron/contract/settings.ts';
import { Prices } from '../../electron/core/money/prices.ts';
import { searchNumbers } from '../../electron/core/numbers/search.ts';
import { failureOf } from '../adapters/harness.ts';
import { FakeTelephony, unreachable } from '../fakes/fakeTelephony.ts';
import { ManualClock } from '../fakes/manualClock.ts';

interface Tried {
  twilio: FakeTelephony;
  said: string[];
  recorded: string[];
  /** The number that was bought, or null. */
  run(): Promise<string | null>;
}

/** A check of an account that sells Indian numbers at $1.15, paid from a purse like this. */
async function check(change: Partial<PurchaseTest> = {}, purse: Partial<Purse> = {}): Promise<Tried> {
  const twilio = new FakeTelephony();
  const prices = new Prices(new ManualClock(), () => twilio);
  const [said, recorded] = [[] as string[], [] as string[]];
  const paid: Purse = {
    assertRoom: () => undefined,
    record: async ({ kind, amount }) => void recorded.push(`${kind} ${amount?.amount}`),
    close: async () => undefined,
    ...purse,
  };
  const test: PurchaseTest = {
    telephony: twilio,
    prices,
    credentials: { accountSid: `AC${'a'.repeat(32)}`, authToken: 'b'.repeat(32) },
    api: 'https://api.twilio.com',
    country: 'IN',
    found: await searchNumbers({ telephony: twilio, prices, settings: defaultSettings }, { country: 'IN' }),
    wanted: false,
    isFree: async () => false,
    confirm: null,
    openPurse: async () => paid,
    finish: (work) => work(),
    say: (line) => void said.push(line),
    ...change,
  };
  return { twilio, said, recorded, run: () => testPurchase(test) };
}

/** A limit that this purchase would pass. */
const limited: Partial<Purse> = {
  assertRoom: () => {
    throw plainError('SPEND_LIMIT', 'That would be too much.', 'Raise the limit.');
  },
};

describe('the test of a purchase', () => {
  it.each([
    ['was asked for', { wanted: true }, 'Buying one number now: $1.15, a full month'],
    ['costs nothing', { isFree: async () => true }, 'Buying one number of the emulator now, which costs nothing.'],
    ['a person agrees to', { confirm: async () => true }, 'Buying one number now: $1.15, a full month'],
  ])('buys a number and gives it back where it %s', async (_why, change, words) => {
    const { twilio, said, recorded, run } = await check(change);
    expect(await run()).toBe('+919000000001');
    expect([twilio.purchases.length, twilio.owned.size]).toEqual([1, 0]);
    expect(said[0]).toContain(words);
    expect(said.at(-1)).toMatch(/^✅ Number purchasing test passed/);
    expect(recorded).toEqual(['purchase 1.15', 'released undefined']);
  });

  it('asks with the price, and takes no for an answer', async () => {
    const asked: string[] = [];
    const confirm = async (question: string) => (asked.push(question), false);
    const { twilio, said, run } = await check({ confirm });
    expect(await run()).toBeNull();
    expect(asked).toEqual([
      expect.stringMatching(/Buy one number now and give it back\? It costs \$1\.15, a full month/),
    ]);
    expect(said).toEqual(['   No number was bought.']);
    expect(twilio.purchases).toEqual([]);
  });

  it.each([
    ['the emulator', { isFree: async () => true }],
    ['a person, who is not even asked', { confirm: () => Promise.reject(new Error('That was not to be asked.')) }],
  ])('buys nothing beyond a limit for %s, and says so', async (_who, change) => {
    const { twilio, said, run } = await check(change, limited);
    expect(await run()).toBeNull();
    expect(said).toEqual(['⚠️  The purchase was not tested. That would be too much.\n   Raise the limit.']);
    expect(twilio.purchases).toEqual([]);
  });

  it('fails at a limit when it was asked for', async () => {
    const { twilio, run } = await check({ wanted: true }, limited);
    expect(await failureOf(run())).toMatchObject({ code: 'SPEND_LIMIT' });
    expect(twilio.purchases).toEqual([]);
  });

  it('tries again when the number could not be given back at once', async () => {
    const { twilio, said, run } = await check({ wanted: true });
    twilio.failNext('release', unreachable(), unreachable());
    await run();
    expect(twilio.owned.size).toBe(0);
    expect(said.at(-1)).toMatch(/^✅ Number purchasing test passed/);
  });

  it('says that a number is still there when it cannot be given back, and how to do that', async () => {
    const { twilio, said, recorded, run } = await check({ wanted: true });
    twilio.failNext('release', unreachable(), unreachable(), unreachable());
    const failure = await failureOf(run());
    const [number] = twilio.owned.values();
    expect(failure.message).toSay(`${number?.phoneNumber} (${number?.sid}) was bought and could not be given back.`);
    expect(failure.message).toSay('It is still on your account');
    expect(failure.hint).toSay(new RegExp(`Twilio Console.*curl -X DELETE .*/${number?.sid}\\.json$`));
    expect(said.join('\n')).not.toContain('passed');
    expect(recorded).toEqual(['purchase 1.15']);
  });

  it('gives the number back even when the purchase cannot be written down', async () => {
    const record = () => Promise.reject(plainError('STORAGE_FAILED', 'The disk is full.', 'Make room.'));
    const { twilio, run } = await check({ wanted: true }, { record });
    expect(await failureOf(run())).toMatchObject({ code: 'STORAGE_FAILED' });
    expect([twilio.purchases.length, twilio.owned.size]).toEqual([1, 0]);
  });
});
