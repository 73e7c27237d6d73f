import { expect, it } from 'vitest';
import { OtpDock, type Lease } from '../../electron/client/client.ts';
import { phoneFixtures } from '../../electron/client/playwright.ts';
import { hostForTest } from '../headless/harness.ts';

interface Attached {
  name: string;
  body: string;
}

/** Runs a test with a `phone` as Playwright does; resolves with what its report shows. */
async function withPhone(dataDir: string, test: (phone: Lease) => Promise<void>, retry = 0): Promise<Attached[]> {
  const [phone] = phoneFixtures.phone as unknown as [(...given: unknown[]) => Promise<void>];
  const attached: Attached[] = [];
  await phone({ otpDock: new OtpDock({ dataDir }), phoneOptions: { country: 'US', type: 'local' } }, test, {
    timeout: 30_000,
    titlePath: ['a.spec.ts', 'sign-up', 'by the API'],
    retry,
    attach: (name: string, { body }: { body: string }) => void attached.push({ name, body }),
  });
  return attached;
}

it('the phone of a Playwright test is a number of its own under the test’s name, shows in the report what came, and goes back', async () => {
  const { dataDir, emulator, host } = await hostForTest();
  const seen: string[] = [];
  const signUp = async (phone: Lease) => {
    await emulator.sendSms({ to: phone.number, body: 'Hello' });
    await emulator.sendSms({ to: phone.number, from: 'Lumora', body: 'Your code is 482913' });
    expect((await phone.waitForCode()).code).toBe('482913');
    seen.push(phone.number);
  };
  const reports = await Promise.all([withPhone(dataDir, signUp), withPhone(dataDir, signUp, 1)]);
  expect(new Set(seen).size).toBe(2);
  expect(reports.map(([report]) => report?.name).sort()).toEqual(seen.map((number) => `SMS to ${number}`).sort());
  for (const [report] of reports)
    expect(report?.body).toMatch(
      / from \+\d+ {2}no code: .*\nHello\n[^]* from Lumora {2}code 482913\nYour code is 482913\n/,
    );
  const leases = host.app.listLeases();
  expect(leases.map(({ label }) => label).sort()).toEqual(['sign-up › by the API', 'sign-up › by the API (retry 1)']);
  await expect.poll(() => emulator.state().numbers).toEqual([]);
});

it('it goes back, too, when the test fails, and the failure is the test’s', async () => {
  const { dataDir, emulator } = await hostForTest();
  const failure = new Error('The sign-up failed.');
  await expect(withPhone(dataDir, () => Promise.reject(failure))).rejects.toBe(failure);
  await expect.poll(() => emulator.state().numbers).toEqual([]);
  expect(emulator.state().released).toHaveLength(1);
});
