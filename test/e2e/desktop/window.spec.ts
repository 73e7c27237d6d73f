import { expect } from 'playwright/test';
import { askAnything } from './fixture.ts';
import { test } from '../harness/fixtures.ts';

test('the window opens with the user interface', async ({ launch }) => {
  const { page, windows } = await launch();
  await expect(page).toHaveTitle('OTP Dock');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // It is shown when it is ready, which may be a moment after the page is.
  await expect.poll(windows).toEqual([{ visible: true, minimized: false, focused: true }]);
});

test('the page has no Node and no raw IPC, only the two functions of the bridge', async ({ launch }) => {
  const { page } = await launch();
  const found = await page.evaluate(() => {
    const names = ['process', 'require', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'];
    return names.filter((name) => name in globalThis);
  });
  expect(found).toEqual([]);
  const bridge = await page.evaluate(() => {
    const bridge = Reflect.get(globalThis, 'otpDock') as object;
    const overwritten = Reflect.set(globalThis, 'otpDock', null);
    return { names: Object.keys(bridge), frozen: Object.isFrozen(bridge), overwritten };
  });
  expect(bridge).toEqual({ names: ['request', 'subscribe'], frozen: true, overwritten: false });
});

test('the content security policy is sent and keeps foreign scripts and requests out', async ({ launch }) => {
  const { page } = await launch();
  const policy = await page.evaluate(async () => (await fetch(location.href)).headers.get('content-security-policy'));
  expect(policy).toContain("default-src 'none'; script-src 'self';");
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.injected = true';
    document.head.append(script);
    return 'injected' in globalThis;
  });
  expect(ran).toBe(false);
  const blocked = await page.evaluate(
    () =>
      new Promise<string>((done) => {
        document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective), { once: true });
        fetch('https://example.com/').catch(() => undefined);
      }),
  );
  expect(blocked).toBe('connect-src');
});

test('a request that does not exist is answered with a failure, not left hanging', async ({ launch }) => {
  const { page } = await launch();
  for (const name of ['no.such.request', '__proto__', 'toString', '']) {
    const answer = await askAnything(page, name);
    expect(answer, name).toMatchObject({ ok: false, error: { code: expect.stringMatching(/^[A-Z_]+$/) } });
  }
});
