import type { Page } from 'playwright/test';
import type { AppState, TunnelState } from '../../../electron/contract/state.ts';
import { iso } from '../../../electron/contract/time.ts';
import {
  exampleDiagnosis,
  exampleLease,
  exampleMessage,
  exampleNow,
  exampleOwned,
  exampleReception,
  exampleSelfTest,
  exampleState,
} from '../../fakes/appState.ts';
import { expect, test } from '../support/rendererTest.ts';

const problem = {
  code: 'TUNNEL_FAILED',
  message: 'ngrok cannot be reached.',
  hint: 'Check the network.',
  retryable: true,
  twilio: null,
} as const;
const untilBack = 'Twilio’s list is read every few seconds until the tunnel is back';

function broken(state: 'degraded' | 'failed'): Partial<AppState> {
  const tunnel: TunnelState = { kind: 'ngrok', state, url: null, problem };
  return { tunnel, polling: true };
}

function health(page: Page) {
  return page.getByRole('region', { name: 'Reception health' });
}

test('how SMS get here is told in one line', async ({ page, open }) => {
  const host = await open(exampleState());
  await expect(page.getByText('SMS arrive at once through ngrok')).toBeVisible();
  await host.update({ tunnel: { kind: 'url', state: 'online', url: 'https://example.com', problem: null } });
  await expect(page.getByText('SMS arrive at once through your own URL')).toBeVisible();
});

test('a disturbed tunnel comes back by itself, so that there is nothing to press', async ({ page, open }) => {
  await open(exampleState(broken('degraded')));
  await expect(page.getByText(untilBack)).toBeVisible();
  await expect(page.getByText('Check the network.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Retry' })).toBeHidden();
});

test('a tunnel that failed is opened again by a button', async ({ page, open }) => {
  const host = await open(exampleState(broken('failed')));
  await expect(page.getByText(untilBack)).toBeVisible();
  await page.getByRole('button', { name: 'Retry' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('SMS arrive at once through ngrok')).toBeVisible();
  await expect(page.getByText('ngrok cannot be reached.')).toBeHidden();
  await expect(page.getByRole('status')).toHaveText('The tunnel is opened again.');
  expect(await host.inputs('account.retry')).toHaveLength(1);
});

test('30 seconds without an SMS bring what to check, asked for once', async ({ page, open }) => {
  const lease = exampleLease({ startedAt: iso(exampleNow - 15_000) });
  const host = await open(exampleState({ leases: [lease] }));
  await host.answer('leases.diagnose', { ok: true, value: exampleDiagnosis() });
  await page.clock.pauseAt(exampleNow + 14_000);
  await expect(page.getByRole('timer')).toHaveText('0:31');
  await expect(page.getByText('No SMS yet. What to check')).toBeHidden();
  await page.clock.runFor(5000);
  const card = page.getByRole('article');
  await expect(card.getByText('No SMS yet. What to check')).toBeVisible();
  await expect(card.getByText('Open it again, or wait')).toBeVisible();
  await expect(card.getByText('There was a failure attempting to retrieve')).toBeVisible();
  await expect(card.getByRole('link', { name: /error 11200/ })).toHaveAttribute('href', /^https:.*11200$/);
  await page.clock.runFor(5000);
  expect(await host.inputs('leases.diagnose')).toEqual([{ id: 'lease-1' }]);
});

test('a message takes the hint away, with or without a code', async ({ page, open }) => {
  const host = await open(exampleState({ leases: [exampleLease({ startedAt: iso(exampleNow - 40_000) })] }));
  await expect(page.getByText('No SMS yet. What to check')).toBeVisible();
  await host.update({ messages: [exampleMessage({ code: null, candidates: [] })] });
  await expect(page.getByText('No SMS yet. What to check')).toBeHidden();
});

test('Twilio is asked at once, and the answer is shown and said', async ({ page, open }) => {
  const host = await open(exampleState({ leases: [exampleLease({ startedAt: iso(exampleNow - 40_000) })] }));
  const card = page.getByRole('article');
  await card.getByRole('button', { name: 'Check now' }).focus();
  await page.keyboard.press('Enter');
  await expect(card.getByText('Nothing new at Twilio')).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('Nothing new at Twilio');
  await host.answer('messages.check', { ok: true, value: { found: 1 } });
  await card.getByRole('button', { name: 'Check now' }).click();
  await expect(card.getByText('1 message found')).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('1 message found');
  expect(await host.inputs('messages.check')).toEqual([{ lease: 'lease-1' }, { lease: 'lease-1' }]);
});

test('a diagnosis that cannot be had says why, and can be asked for again', async ({ page, open }) => {
  const host = await open(exampleState({ leases: [exampleLease({ startedAt: iso(exampleNow) })] }));
  await host.answer('leases.diagnose', { ok: false, error: problem });
  await page.clock.fastForward(31_000);
  const card = page.getByRole('article');
  await expect(card.getByText('ngrok cannot be reached.')).toBeVisible();
  await host.answer('leases.diagnose', { ok: true, value: exampleDiagnosis({ findings: [], alerts: null }) });
  await card.getByRole('button', { name: 'Retry' }).click();
  await expect(card.getByText('Does the app send to this number in full')).toBeVisible();
  await expect(card.getByText('Twilio’s error log could not be read.')).toBeVisible();
});

test('the health tells what came in and what was refused', async ({ page, open }) => {
  const host = await open(exampleState(), 'settings');
  await expect(health(page).getByText('none', { exact: true })).toHaveCount(3);
  const { refused } = exampleReception();
  const at = iso(exampleNow - 60_000);
  const counts = { accepted: 3, lastWebhookAt: at, backfilled: 1, lastListAt: at };
  await host.update({ reception: { ...counts, refused: { ...refused, signature: 2 } } });
  await expect(health(page).getByText(/^3 messages, last at \d/)).toBeVisible();
  await expect(health(page).getByText(/^1 message, list last read at \d/)).toBeVisible();
  await expect(health(page).getByText('Not signed with your Auth Token: 2')).toBeVisible();
  await expect(health(page).getByText('Too large')).toBeHidden();
  await expect(health(page).getByText('ngrok: open')).toBeVisible();
});

test('a test of the webhook shows how far the message got', async ({ page, open }) => {
  const host = await open(exampleState(), 'settings');
  await health(page).getByRole('button', { name: 'Test the webhook' }).click();
  await expect(health(page).getByText('The webhook works.')).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('The webhook works.');
  await host.answer('reception.test', { ok: true, value: exampleSelfTest() });
  await health(page).getByRole('button', { name: 'Test the webhook' }).click();
  const hops = health(page).getByRole('listitem');
  await expect(hops).toContainText([
    'Public URL: ok, 84 ms',
    'Listener on this computer: ok, 3 ms',
    'Signature: failed',
  ]);
  await expect(page.getByRole('status')).toHaveText('The webhook does not work. The signature did not hold.');
});

test('where the list is read there is no webhook to test', async ({ page, open }) => {
  const tunnel = { kind: 'polling', state: 'off', url: null, problem: null } as const;
  await open(exampleState({ tunnel }), 'settings');
  await expect(health(page).getByText('There is no webhook to test')).toBeVisible();
  await expect(health(page).getByRole('button')).toHaveCount(0);
});

test('a number whose messages go elsewhere says so, and is not fought over', async ({ page, open }) => {
  const host = await open(exampleState());
  await host.own([exampleOwned({ diverted: true, webhook: 'https://else.example/sms' })]);
  await page.getByRole('button', { name: 'On your account' }).click();
  const number = page.getByRole('list', { name: 'On your account' }).getByRole('listitem');
  await expect(number.getByText('Someone else changed where its messages go')).toBeVisible();
  await expect(number.getByText('its messages go to https://else.example/sms')).toBeVisible();
  await expect(number.getByRole('button', { name: /webhook|redirect|take over/i })).toHaveCount(0);
});
