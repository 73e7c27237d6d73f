import { launchHeadlessProcess } from '../harness/headless.ts';
import { expect, finishSetup, giveBack, takeNumber, test } from './product.ts';

test.use({ host: 'browser' });

const checkout = { country: 'United States', label: 'Checkout', seconds: 600 };

test('a token that is revoked in mid-lease: the code stays, the new token is asked for, and nothing is lost', async ({
  startOnEmulator,
  emulator,
}) => {
  const { page } = await startOnEmulator();
  await page.getByRole('textbox', { name: 'Account SID' }).fill(emulator.accountSid);
  await page.getByLabel('Auth Token').fill(emulator.authToken);
  await page.getByRole('button', { name: 'Connect' }).click();
  await finishSetup(page);
  await expect(await takeNumber(page, checkout)).toHaveAttribute('data-lease-state', 'active');
  const to = emulator.state().numbers[0]?.phoneNumber ?? '';
  await emulator.sendSms({ to, body: 'Your code is 111222' });
  const code = page.getByRole('article', { name: 'Checkout' }).getByTestId('code');
  await expect(code).toHaveText('111222');

  const authToken = emulator.rotateToken();
  const { delivered } = await emulator.sendSms({ to, body: 'Your code is 333444' });
  expect(delivered[0]?.status).toBe(403);
  await page.getByRole('button', { name: 'New number' }).click();
  await expect(page.getByRole('dialog').getByText('Twilio refuses your credentials')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Enter your new Auth Token')).toBeVisible();
  await expect(code).toHaveText('111222');
  await giveBack(page);
  await expect(page.getByText('Not given back yet. Retrying…')).toBeVisible();

  await page.getByRole('textbox', { name: 'New Auth Token' }).fill(authToken);
  await page.getByRole('button', { name: 'Connect again' }).click();
  await expect(page.getByText('Given back')).toBeVisible();
  await expect(page.getByText('333444').first()).toBeVisible();
  await expect(page.getByText('Enter your new Auth Token')).toBeHidden();
  expect(emulator.state().numbers).toEqual([]);
});

test('two windows show the same: one number is bought, its code is in both, said once in each, and an end is seen in both', async ({
  startOnEmulator,
  emulator,
}) => {
  const { page, ui } = await startOnEmulator({
    TWILIO_ACCOUNT_SID: emulator.accountSid,
    TWILIO_AUTH_TOKEN: emulator.authToken,
  });
  const other = await page.context().newPage();
  await other.goto(ui ?? '');
  const windows = [page, other];
  await page.getByRole('button', { name: 'New number' }).click();
  await takeNumber(page, checkout);
  const cards = windows.map((each) => each.getByRole('article', { name: 'Checkout' }));
  for (const card of cards) await expect(card).toHaveAttribute('data-lease-state', 'active');
  expect(emulator.state().numbers).toHaveLength(1);

  for (const each of windows) await each.evaluate(countAnnouncements);
  await emulator.sendSms({ to: emulator.state().numbers[0]?.phoneNumber ?? '', body: 'Your code is 482913' });
  for (const card of cards) await expect(card.getByTestId('code')).toHaveText('482913');
  for (const each of windows)
    await expect.poll(() => each.evaluate(announcements)).toEqual(['Code 482913 for Checkout']);

  await other.getByRole('button', { name: 'Extend: +10 min' }).click();
  await giveBack(other);
  for (const each of windows) await expect(each.getByText('Given back')).toBeVisible();
  for (const each of windows) expect(await each.evaluate(announcements)).toHaveLength(1);
  expect(emulator.state().released).toHaveLength(1);
});

test('a restart without the token names the number that still runs, and asks for the token alone', async ({
  page,
  emulator,
}) => {
  const env = { TWILIO_API_BASE_URL: emulator.baseUrl, OTP_DOCK_TUNNEL: 'polling' };
  const first = await launchHeadlessProcess(env);
  await page.goto(first.ready.ui);
  await page.getByRole('textbox', { name: 'Account SID' }).fill(emulator.authToken);
  await page.getByLabel('Auth Token').fill(emulator.accountSid);
  await page.getByRole('button', { name: 'Swap them' }).click();
  await page.getByRole('button', { name: 'Connect' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(await takeNumber(page, checkout)).toHaveAttribute('data-lease-state', 'active');
  await first.close();

  const second = await launchHeadlessProcess(env, first.dataDir);
  await page.goto(second.ready.ui);
  await expect(page.getByRole('alert')).toContainText('1 number is still running');
  await expect(page.getByRole('textbox', { name: 'Account SID' })).toHaveValue(emulator.accountSid);
  await expect(page.getByLabel('Auth Token')).toBeFocused();
  await page.keyboard.type(emulator.authToken);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: 'Checkout' })).toHaveAttribute('data-lease-state', 'active');
  await second.close();
});

test('a purchase that is cancelled before Twilio is asked for the number buys nothing', async ({
  startOnEmulator,
  emulator,
}) => {
  const { page } = await startOnEmulator({
    TWILIO_ACCOUNT_SID: emulator.accountSid,
    TWILIO_AUTH_TOKEN: emulator.authToken,
  });
  await page.getByRole('button', { name: 'New number' }).click();
  await expect(page.getByRole('dialog').getByText('Twilio bills a full month at purchase')).toBeVisible();
  emulator.setFaults({ latencyMs: 5_000 });
  const card = await takeNumber(page, { label: 'Checkout', seconds: 600 });
  await card.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Cancelled. Nothing was bought.')).toBeVisible();
  await expect(card).toBeHidden();
  emulator.setFaults({ latencyMs: 0 });
  await page.getByRole('button', { name: 'New number' }).click();
  await takeNumber(page, checkout);
  await expect(card).toHaveAttribute('data-lease-state', 'active');
  expect(emulator.state().numbers).toHaveLength(1);
});

/** Runs in the page: remembers what its live region says of codes from now on. */
function countAnnouncements(): void {
  const said: string[] = [];
  Object.assign(window, { said });
  const region = document.querySelector('output[aria-live="polite"]');
  if (region === null) throw new Error('The page has no live region.');
  new MutationObserver(() => {
    const text = region.textContent;
    if (text.startsWith('Code ')) said.push(text);
  }).observe(region, { childList: true, subtree: true, characterData: true });
}

/** Runs in the page. */
function announcements(): string[] {
  return (window as unknown as { said: string[] }).said;
}
