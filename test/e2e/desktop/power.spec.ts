import { expect } from 'playwright/test';
import type { Emulator } from '../../../electron/emulator/server.ts';
import { test } from '../harness/fixtures.ts';
import type { Desktop } from '../harness/launch.ts';
import { ask, webhookOf } from '../harness/ask.ts';
import { lease, onEmulator, owned, sendCode } from './leasing.ts';

test('while the computer sleeps Twilio is not asked, what came is there when it wakes up, and its shutdown waits for no answer', async ({
  launch,
  emulator,
}) => {
  const desktop = await launch(onEmulator(emulator));
  const { page, power } = desktop;
  const { number } = await lease(page, { label: 'sign-up' });
  const card = page.getByRole('article', { name: 'sign-up' });
  const polling = async () => {
    const state = await ask(page, 'state.get');
    return state.ok && state.value.polling;
  };

  await test.step('asleep and awake', async () => {
    await expect.poll(polling).toBe(true);
    await power('suspend');
    await expect.poll(polling).toBe(false);
    await sendCode(emulator, number, '482913');
    await expect(card.getByText('Waiting for an SMS')).toBeVisible();
    await power('resume');
    await expect(card.getByTestId('code')).toHaveText('482913');
  });

  await test.step('on battery and off it', async () => {
    await power('on-battery');
    await sendCode(emulator, number, '111222');
    await expect(card.getByTestId('code')).toHaveText('111222');
    await power('on-ac');
    expect(await polling()).toBe(true);
  });

  await test.step('a system that shuts down is not held up, not even by a question that is open', async () => {
    await desktop.quit();
    await desktop.openedBox();
    await desktop.shutDown();
    expect(await desktop.exited).toBe(0);
    expect(owned(emulator)).toEqual([number]);
  });
});

/** As Settings would have it: the webhook's own port, under each of these hosts in turn. */
async function receiveAt({ page }: Desktop, hosts: string[]): Promise<string[]> {
  const { port } = new URL(await webhookOf(page));
  const urls = hosts.map((host) => `http://${host}:${port}`);
  for (const url of urls) {
    expect(await ask(page, 'settings.update', { publicUrl: url })).toMatchObject({ ok: true });
    await expect.poll(() => ask(page, 'state.get')).toMatchObject({ value: { tunnel: { url, state: 'online' } } });
  }
  await expect(page.getByText('SMS arrive at once through your own URL')).toBeVisible();
  return urls.map((url) => `${url}/webhook`);
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

test('what went wrong with webhooks in a sleep or an outage is made up for: codes are fetched, numbers put right', async ({
  launch,
  emulator,
}) => {
  const desktop = await launch(onEmulator(emulator, { OTP_DOCK_TUNNEL: 'url' }));
  const { page, power } = desktop;
  const [before, present] = await receiveAt(desktop, ['localhost', '127.0.0.1']);
  const { number } = await lease(page, { label: 'sign-up test' });
  const card = page.getByRole('article', { name: 'sign-up test' });
  const code = card.getByTestId('code');
  expect(webhookAt(emulator)).toBe(present);

  await test.step('a code whose webhook never came is on its card when the computer wakes up', async () => {
    await power('suspend');
    emulator.setFaults({ dropWebhooks: 1 });
    expect(await sendCode(emulator, number, '482913')).toMatchObject({ delivered: [] });
    await expect(card.getByText('Waiting for an SMS')).toBeVisible();
    await power('resume');
    await expect(code).toHaveText('482913');
  });

  await test.step('after an outage of the network what was missed is fetched', async () => {
    await page.context().setOffline(true);
    emulator.setFaults({ dropWebhooks: 1 });
    await sendCode(emulator, number, '333444');
    await page.context().setOffline(false);
    await expect(code).toHaveText('333444');
  });

  await test.step('a number that somebody else has redirected is left to them, and its messages are read', async () => {
    const theirs = 'http://127.0.0.1:9/theirs';
    await redirect(emulator, theirs);
    await power('resume');
    await expect
      .poll(() => ask(page, 'numbers.owned'))
      .toMatchObject({ ok: true, value: [{ number, diverted: true, webhook: theirs }] });
    await sendCode(emulator, number, '777888');
    await expect(code).toHaveText('777888');
    expect(webhookAt(emulator)).toBe(theirs);
  });

  await test.step('one that calls the URL of before is put right when the computer wakes up', async () => {
    // The last, because webhooks bring their messages' time by the millisecond, and the list by the second.
    await redirect(emulator, before!);
    await power('resume');
    await expect.poll(() => webhookAt(emulator)).toBe(present);
    const { delivered } = await sendCode(emulator, number, '555666');
    expect(delivered).toEqual([{ url: present, attempt: 1, status: 200 }]);
    await expect(code).toHaveText('555666');
  });

  await test.step('messages that no webhook brought are marked', async () => {
    await page.evaluate(() => void (location.hash = 'inbox'));
    const fetched = page.getByRole('article').filter({ hasText: 'Read from Twilio’s list' });
    await expect(page.getByRole('article')).toHaveCount(4);
    await expect(fetched).toHaveCount(3);
    await expect(fetched.filter({ hasText: '555666' })).toHaveCount(0);
  });
});
