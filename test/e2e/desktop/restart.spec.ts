import { expect } from 'playwright/test';
import { test } from '../harness/fixtures.ts';
import { filesIn } from '../security/traces.ts';
import { ask } from '../harness/ask.ts';
import { lease, owned, speak, started } from './leasing.ts';

const bounds = { x: 120, y: 90, width: 900, height: 700 };

test('what was set, who was connected, where the window was and what was kept is there at the next start, however the last one ended', async ({
  launch,
  emulator,
}) => {
  const { accountSid, authToken, baseUrl } = emulator;
  const env = { TWILIO_API_BASE_URL: baseUrl, OTP_DOCK_TUNNEL: 'polling' };
  const first = await launch({ env });
  const { dataDir } = first;
  const connected = await ask(first.page, 'account.connect', { accountSid, authToken, remember: true });
  expect(connected).toMatchObject({ ok: true, value: { kind: 'connected', sid: accountSid } });
  expect(JSON.stringify(await ask(first.page, 'state.get'))).not.toContain(authToken);
  await ask(first.page, 'settings.update', { country: 'GB', theme: 'dark' });
  await expect.poll(first.themeSource).toBe('dark');
  await expect(first.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await first.moveWindow(bounds);
  const { id, number } = await lease(first.page);

  await test.step('quitting asks about the lease, and “Keep” can be remembered', async () => {
    await first.quit();
    await first.openedBox();
    await first.answerBox('Keep', { check: true });
    expect(await first.exited).toBe(0);
    expect(owned(emulator)).toEqual([number]);
  });

  await test.step('on disk the credentials are encrypted', () => {
    const written = Object.values(filesIn(dataDir)).join('\n');
    expect(written).toContain('"secrets"');
    expect(written).not.toContain(authToken);
    expect(written).not.toContain(Buffer.from(authToken).toString('base64').slice(0, 24));
  });

  const second = await launch({ env, dataDir });
  await test.step('the next start has all of it', async () => {
    await expect
      .poll(() => ask(second.page, 'state.get'))
      .toMatchObject({
        ok: true,
        value: {
          account: { kind: 'connected', sid: accountSid },
          credentials: { source: 'stored' },
          settings: { country: 'GB', theme: 'dark', onQuit: 'keep' },
          leases: [{ id, number, state: 'active' }],
        },
      });
    expect(await second.themeSource()).toBe('dark');
    await expect(second.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    expect(await second.place()).toEqual({ bounds, maximized: false });
  });

  await test.step('closing the window quits, and nothing is asked any more', async () => {
    await started(dataDir);
    await speak(second.page, 'hi');
    await second.moveWindow({ ...bounds, x: 30_000, y: -9_000 });
    // On macOS an app goes on without a window.
    if (process.platform === 'darwin') await second.quit();
    else await second.closeWindow();
    expect(await second.exited).toBe(0);
    expect(owned(emulator)).toEqual([number]);
  });

  const third = await launch({ env, dataDir });
  await test.step('the window is on a display that is there, in the language that was chosen', async () => {
    const { x, y } = (await third.place()).bounds;
    expect([x < 10_000, y >= 0]).toEqual([true, true]);
    await expect(third.page.locator('html')).toHaveAttribute('lang', 'hi');
  });

  await test.step('losing the page quits, too, except on macOS', async () => {
    if (process.platform === 'darwin') return;
    await started(dataDir);
    await third.page.close();
    expect(await third.exited).toBe(0);
    expect(owned(emulator)).toEqual([number]);
  });
});
