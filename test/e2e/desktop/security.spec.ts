import { expect } from 'playwright/test';
import { ask } from './fixture.ts';
import { test } from '../harness/fixtures.ts';

test('the window stays on its own page, whatever the page tries', async ({ launch }) => {
  const { page, openedExternally } = await launch();
  const home = page.url();
  const tries = ['https://evil.example/', 'https://console.twilio.com/', 'data:text/html,evil'];
  for (const url of tries) {
    await page.evaluate((to) => void (location.href = to), url);
    // Answered by the same page only if it is still there.
    expect(await ask(page, 'state.get'), url).toMatchObject({ ok: true });
  }
  expect(page.url()).toBe(home);
  expect(await openedExternally()).toEqual([]);
});

test('a link out opens in the browser if it leads to Twilio or ngrok, else nowhere', async ({ launch }) => {
  const { page, openedExternally, windows } = await launch();
  await page.evaluate(() => void window.open('https://evil.example/'));
  await page.evaluate(() => void window.open('https://www.twilio.com.evil.example/'));
  await page.evaluate(() => void window.open('file:///etc/passwd'));
  await page.evaluate(() => {
    const link = document.createElement('a');
    Object.assign(link, { href: 'https://console.twilio.com/us1/account', target: '_blank', rel: 'noopener' });
    document.body.append(link);
    link.click();
  });
  await expect.poll(openedExternally).toEqual(['https://console.twilio.com/us1/account']);
  expect(await windows()).toHaveLength(1);
});

test('a foreign page that got hold of the bridge is refused', async ({ launch }) => {
  const { requestFrom } = await launch();
  const answer = await requestFrom('data:text/html,<title>foreign</title>', 'state.get', undefined);
  expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
});

test('the page may write to the clipboard and has no other permission', async ({ launch }) => {
  const { page, readClipboard } = await launch();
  await page.evaluate(() => navigator.clipboard.writeText('482913'));
  expect(await readClipboard()).toBe('482913');
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'clipboard-read', 'camera', 'microphone'] as PermissionName[];
    const found = await Promise.all(names.map((name) => navigator.permissions.query({ name })));
    return found.map(({ state }) => state);
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
  const located = await page.evaluate(
    () =>
      new Promise<number>((done) =>
        navigator.geolocation.getCurrentPosition(
          () => done(0),
          ({ code }) => done(code),
        ),
      ),
  );
  // GeolocationPositionError.PERMISSION_DENIED
  expect(located).toBe(1);
});
