import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test as base } from 'playwright/test';
import { selfSigned } from '../../support/certificate.ts';
import { launchHeadlessProcess, type HeadlessProcess } from '../harness/headless.ts';
import { testFolder } from '../harness/testFolder.ts';

const token = 'owners-token-of-a-whole-team-of-testers';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A host that ends TLS, reached by a name as from afar. */
const test = base.extend<{ host: HeadlessProcess }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are needed from this pattern
  host: async ({}, use) => {
    const folder = testFolder('team');
    const { cert, key } = selfSigned('localhost');
    const files = { OTP_DOCK_TLS_CERT: join(folder, 'cert.pem'), OTP_DOCK_TLS_KEY: join(folder, 'key.pem') };
    writeFileSync(files.OTP_DOCK_TLS_CERT, cert);
    writeFileSync(files.OTP_DOCK_TLS_KEY, key);
    const port = await freePort();
    const host = await launchHeadlessProcess(
      {
        ...files,
        OTP_DOCK_API_PORT: String(port),
        OTP_DOCK_API_URL: `https://localhost:${port}`,
        OTP_DOCK_API_TOKEN: token,
      },
      undefined,
      ['--demo'],
    );
    await use(host);
    await host.close();
  },
});
test.use({ ignoreHTTPSErrors: true });

test('from afar one signs in once, stays signed in in new tabs, and signs out of all, and no script ever has the token', async ({
  page,
  context,
  host,
}) => {
  const requested: string[] = [];
  context.on('request', (request) => requested.push(`${request.url()} ${JSON.stringify(request.headers())}`));
  await page.goto(host.ready.ui);
  const field = page.getByRole('textbox', { name: 'Owner’s token' });
  await field.fill('w'.repeat(43));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('This token is not right.')).toBeVisible();
  await field.fill(token);
  await field.press('Enter');
  const numbers = page.getByRole('heading', { level: 1, name: 'Numbers' });
  await expect(numbers).toBeVisible();

  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({
    name: '__Host-otp-dock',
    httpOnly: true,
    secure: true,
    sameSite: 'Strict',
    path: '/',
  });
  const seen = () => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
  expect(await seen()).not.toContain(token);
  expect(await seen()).not.toContain(cookie?.value);
  expect(requested.filter((line) => line.includes(token)).length, 'but for the one that signs in').toBe(1);

  const tab = await context.newPage();
  await tab.goto(`${host.ready.ui}/#settings/api`);
  await page.reload();
  await expect(numbers).toBeVisible();
  await tab.getByRole('button', { name: 'Sign out' }).click();
  for (const one of [tab, page]) await expect(one.getByRole('heading', { name: 'Sign in to OTP Dock' })).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Sign in to OTP Dock' })).toBeVisible();
  expect(host.said().stderr).not.toContain(token);
});
