import { describe, expect } from 'vitest';
import { OtpDock, type Lease } from '../../electron/client/client.ts';
import { phoneFixtures } from '../../electron/client/playwright.ts';
import { it } from '../headless/harness.ts';

interface Attached {
  name: string;
  body: string;
}

/** Runs a test with a `phone` as Playwright does; resolves with what its report shows. */
async function withPhone(
  dataDir: string,
  test: (phone: Lease) => Promise<void> | void,
  { retry = 0, timeout = 30_000, options = {} } = {},
): Promise<Attached[]> {
  const [phone] = phoneFixtures.phone as unknown as [(...given: unknown[]) => Promise<void>];
  const attached: Attached[] = [];
  const phoneOptions = { country: 'US', type: 'local', ...options };
  await phone({ otpDock: new OtpDock({ dataDir }), phoneOptions }, test, {
    timeout,
    titlePath: ['a.spec.ts', 'sign-up', 'by the API'],
    retry,
    attach: (name: string, { body }: { body: string }) => void attached.push({ name, body }),
  });
  return attached;
}

describe('the phone of a Playwright test', () => {
  it('is a number of its own under the test’s name, shows in the report what came, and goes back', async ({ own }) => {
    const { dataDir, emulator, host } = own;
    const seen: string[] = [];
    const signUp = async (phone: Lease) => {
      await emulator.sendSms({ to: phone.number, body: 'Hello' });
      await emulator.sendSms({ to: phone.number, from: 'Lumora', body: 'Your code is 482913' });
      expect((await phone.waitForCode()).code).toBe('482913');
      seen.push(phone.number);
    };
    const reports = await Promise.all([withPhone(dataDir, signUp), withPhone(dataDir, signUp, { retry: 1 })]);
    expect(new Set(seen).size).toBe(2);
    expect(reports.map(([report]) => report?.name).sort()).toEqual(seen.map((number) => `SMS to ${number}`).sort());
    for (const [report] of reports)
      expect(report?.body).toMatch(
        / from \+\d+ {2}no code: .*\nHello\n[^]* from Lumora {2}code 482913\nYour code is 482913\n/,
      );
    const labels = host.app.listLeases().map(({ label }) => label);
    expect(labels.sort()).toEqual(['sign-up › by the API', 'sign-up › by the API (retry 1)']);
    await expect.poll(() => emulator.state().numbers).toEqual([]);
  });

  it('goes back, too, when the test fails, and the failure is the test’s', async ({ own: { dataDir, emulator } }) => {
    const failure = new Error('The sign-up failed.');
    await expect(withPhone(dataDir, () => Promise.reject(failure))).rejects.toBe(failure);
    await expect.poll(() => emulator.state().numbers).toEqual([]);
    expect(emulator.state().released).toHaveLength(1);
  });

  it.for([
    [30_000, {}, 30],
    [0, {}, 600],
    [30_000, { heartbeatSeconds: 60 }, 60],
    [30_000, { heartbeatSeconds: null }, null],
  ] as const)('that may take %i ms, asked for with %o, is heard every %s seconds', async (row, { own }) => {
    const [timeout, options, expected] = row;
    const seen: (number | null)[] = [];
    await withPhone(own.dataDir, ({ state }) => void seen.push(state.heartbeatSeconds), { timeout, options });
    expect(seen).toEqual([expected]);
  });
});
