import { expect } from 'playwright/test';
import type { Emulator } from '../../../electron/emulator/server.ts';
import type { Desktop, DesktopOptions } from '../harness/desktop.ts';
import { ask } from './fixture.ts';
import { test } from '../harness/fixtures.ts';
import { lease, onEmulator } from './leasing.ts';

/** As Settings would have it: the webhook's own port, under each of these hosts in turn. */
async function receiveAt({ page }: Desktop, hosts: string[]): Promise<string[]> {
  const state = await ask(page, 'state.get');
  if (!state.ok || state.value.webhook === null) throw new Error('The webhook listener is not there.');
  const { port } = new URL(state.value.webhook);
  const urls = hosts.map((host) => `http://${host}:${port}`);
  for (const publicUrl of urls) {
    expect(await ask(page, 'settings.update', { publicUrl })).toMatchObject({ ok: true });
    await expect(page.getByText('SMS arrive at once through your own URL')).toBeVisible();
  }
  return urls.map((url) => `${url}/webhook`);
}

function byOwnUrl(emulator: Emulator): DesktopOptions {
  return { env: { ...onEmulator(emulator).env, OTP_DOCK_TUNNEL: 'url' } };
}

/** Where Twilio sends the messages of its one number. */
const webhookAt = (emulator: Emulator) => emulator.state().numbers[0]?.settings.sms_url;

/** Changes it from outside of the app. */
async function redirect({ accountSid, authToken, baseUrl, state }: Emulator, SmsUrl: string): Promise<void> {
  const path = `/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers/${state().numbers[0]?.sid}.json`;
  const headers = { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` };
  const answer = await fetch(baseUrl + path, { method: 'POST', headers, body: new URLSearchParams({ SmsUrl }) });
  expect(answer.status).toBe(200);
}

test('a code whose webhook never came is on its card when the computer wakes up', async ({ launch, emulator }) => {
  const desktop = await launch(byOwnUrl(emulator));
  const { page, power } = desktop;
  await receiveAt(desktop, ['127.0.0.1']);
  const { number } = await lease(page, { label: 'sign-up test' });
  await power('suspend');
  emulator.setFaults({ dropWebhooks: 1 });
  expect(await emulator.sendSms({ to: number!, body: 'Your Acme code is 482913.' })).toMatchObject({ delivered: [] });
  const card = page.getByRole('article', { name: 'sign-up test' });
  await expect(card.getByText('Waiting for an SMS')).toBeVisible();

  await power('resume');
  await expect(card.getByTestId('code')).toHaveText('482913');
  await page.evaluate(() => void (location.hash = 'inbox'));
  await expect(page.getByRole('article').getByText('Read from Twilio’s list')).toBeVisible();
});

test('a number that calls the URL of before is put right when the computer wakes up', async ({ launch, emulator }) => {
  const desktop = await launch(byOwnUrl(emulator));
  const { page, power } = desktop;
  const [before, present] = await receiveAt(desktop, ['localhost', '127.0.0.1']);
  const { number } = await lease(page, { label: 'sign-up test' });
  expect(webhookAt(emulator)).toBe(present);
  await redirect(emulator, before!);

  await power('resume');
  await expect.poll(() => webhookAt(emulator)).toBe(present);
  const { delivered } = await emulator.sendSms({ to: number!, body: 'Your Acme code is 482913.' });
  expect(delivered).toEqual([{ url: present, attempt: 1, status: 200 }]);
  await expect(page.getByRole('article', { name: 'sign-up test' }).getByTestId('code')).toHaveText('482913');
});

test('a number that somebody else has redirected is left to them when the computer wakes up', async ({
  launch,
  emulator,
}) => {
  const desktop = await launch(byOwnUrl(emulator));
  const { page, power } = desktop;
  await receiveAt(desktop, ['127.0.0.1']);
  const { number } = await lease(page, { label: 'sign-up test' });
  const theirs = 'http://127.0.0.1:9/theirs';
  await redirect(emulator, theirs);

  await power('resume');
  await expect
    .poll(() => ask(page, 'numbers.owned'))
    .toMatchObject({ ok: true, value: [{ number, diverted: true, webhook: theirs }] });
  await emulator.sendSms({ to: number!, body: 'Your Acme code is 482913.' });
  await expect(page.getByRole('article', { name: 'sign-up test' }).getByTestId('code')).toHaveText('482913');
  expect(webhookAt(emulator)).toBe(theirs);
});
