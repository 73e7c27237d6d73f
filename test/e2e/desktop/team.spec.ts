import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { accountOf, test } from '../harness/fixtures.ts';
import { launchHeadlessProcess } from '../harness/headless.ts';
import { lease, sendCode } from './leasing.ts';

test('whose team shares a host gives its address and token, and has its numbers, codes, tray and notifications, also at the next start', async ({
  launch,
  emulator,
}) => {
  const host = await launchHeadlessProcess({ ...accountOf(emulator), OTP_DOCK_TUNNEL: 'polling' });
  const dataDir = mkdtempSync(join(tmpdir(), 'otp-dock-team-'));
  const first = await launch({ dataDir });

  await test.step('a wrong token is refused, and nothing changes', async () => {
    const { page } = first;
    await page.getByRole('button', { name: 'Or use a host that your team shares' }).click();
    await page.getByLabel('Address of the host').fill(host.ready.api);
    await page.getByLabel('Owner’s token').fill('x'.repeat(43));
    await page.getByRole('button', { name: 'Show its numbers' }).click();
    await expect(page.getByRole('alert')).toContainText(`${host.ready.api} does not accept this token.`);
  });

  await test.step('the right one shows the host’s numbers, and a code comes as if they were the app’s own', async () => {
    const { page, minimize, notifications, tray, clickTray, readClipboard } = first;
    await page.getByLabel('Owner’s token').fill(host.token);
    await page.getByRole('button', { name: 'Show its numbers' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Numbers' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Account', exact: true })).toContainText(
      new URL(host.ready.api).host,
    );
    const { number } = await lease(page, { label: 'sign-up' });
    await minimize();
    await sendCode(emulator, number, '482913');
    await expect.poll(async () => (await notifications()).map(({ title }) => title)).toContain('Code 482 913');
    const newest = `482 913: Acme to sign-up (${number})`;
    await expect.poll(async () => (await tray()).map(({ label }) => label)).toContain(newest);
    await clickTray(newest);
    await expect.poll(readClipboard).toBe('482913');
    await first.close();
  });

  const { page } = await launch({ dataDir });
  await test.step('at the next start it is there again; while the host is away, what is shown stays, with a warning', async () => {
    await expect(page.getByRole('article', { name: 'sign-up' })).toContainText('482913');
    expect(await host.close()).toBe(0);
    await expect(page.getByRole('alert').first()).toContainText(`No connection to ${host.ready.api}.`);
    await expect(page.getByRole('article', { name: 'sign-up' })).toBeVisible();
  });

  await test.step('one click in Settings leads back to the app’s own numbers', async () => {
    await page.goto(`${page.url().split('#')[0]}#settings/desktop/team`);
    const leave = page.getByRole('button', { name: 'Show this app’s own numbers' });
    await expect(leave).toBeVisible();
    await leave.click();
    await expect(page.getByRole('button', { name: 'Or use a host that your team shares' })).toBeVisible();
  });

  expect(host.said().stderr + first.said()).not.toContain(host.token);
});
