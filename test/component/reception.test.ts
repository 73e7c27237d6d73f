import { page } from 'vitest/browser';
import type { AppState, TunnelState } from '../../electron/contract/state.ts';
import { iso } from '../../electron/contract/time.ts';
import {
  exampleDiagnosis,
  exampleLease,
  exampleMessage,
  exampleNow,
  exampleOwned,
  exampleReception,
  exampleSelfTest,
  exampleState,
} from '../fakes/appState.ts';
import { answerMs } from '../../renderer/features/reception/LateHint.tsx';
import { exampleFailure } from '../fakes/failures.ts';
import { expectAccessible } from './support/accessible.ts';
import { focus, inputs, press, texts } from './support/actions.ts';
import { expect, test } from './support/app.ts';

const problem = exampleFailure('ngrok cannot be reached.', { code: 'TUNNEL_FAILED', hint: 'Check the network.' });
const untilBack = 'Checking Twilio every few seconds until the tunnel is back';

function broken(state: 'degraded' | 'failed'): Partial<AppState> {
  const tunnel: TunnelState = { kind: 'ngrok', state, url: null, problem };
  return { tunnel, polling: true };
}

const whatToCheck = page.getByRole('article').getByRole('button', { name: 'What to check' });

function health() {
  return page.getByRole('region', { name: 'Reception health' });
}

test('a disturbed tunnel comes back by itself, so that there is nothing to press', async ({ open }) => {
  open(exampleState(broken('degraded')));
  await expect.element(page.getByText(untilBack)).toBeVisible();
  await expect.element(page.getByText('Check the network.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Retry' })).not.toBeInTheDocument();
});

test('a tunnel that failed is opened again by a button', async ({ open }) => {
  const host = open(exampleState(broken('failed')));
  await expect.element(page.getByText(untilBack)).toBeVisible();
  await focus(page.getByRole('button', { name: 'Retry' }));
  await press('Enter');
  await expect.element(page.getByText('SMS arrive at once through ngrok')).toBeVisible();
  await expect.element(page.getByText('ngrok cannot be reached.')).not.toBeInTheDocument();
  await expect.element(page.getByRole('status')).toHaveTextContent('Opening the tunnel again.');
  expect(inputs(host, 'account.retry')).toHaveLength(1);
});

test('while the token is refused or Twilio is away, side bar and card say that, and no longer than it lasts', async ({
  open,
}) => {
  const leases = [exampleLease({ startedAt: iso(exampleNow - 40_000) })];
  const host = open(exampleState({ ...broken('degraded'), leases }));
  const [panel, card] = [page.getByRole('region', { name: 'Account', exact: true }), page.getByRole('article')];
  await expect.element(card.getByText('No SMS after 30 s')).toBeVisible();
  for (const [line, error] of [
    ['Can’t reach Twilio', exampleFailure('Away.')],
    ['Twilio refuses your credentials', exampleFailure('No.', { code: 'INVALID_CREDENTIALS', retryable: false })],
  ] as const) {
    host.update({ account: { kind: 'failed', sid: 'AC1', error } });
    await expect.element(panel.getByText(line)).toBeVisible();
    await expect.element(card.getByText(line)).toBeVisible();
    await expect.element(card.getByText(/Waiting|No SMS after/)).not.toBeInTheDocument();
    await expect.element(page.getByText(untilBack)).not.toBeInTheDocument();
  }
  host.update({ account: exampleState().account });
  await expect.element(card.getByText('Waiting for an SMS')).toBeVisible();
  await expect.element(page.getByText('Twilio refuses your credentials')).not.toBeInTheDocument();
});

test('without a network that is told once, at the top, with the button that helps', async ({ open }) => {
  const error = exampleFailure('Twilio could not be reached.', { hint: 'Check the network.' });
  const leases = [
    exampleLease(),
    exampleLease({ id: 'lease-2', state: 'buying', number: null, expiresAt: null, problem: error }),
    exampleLease({ id: 'lease-3', state: 'releasing', problem: error }),
  ];
  const account = { kind: 'failed', sid: 'AC1', error } as const;
  const host = open(exampleState({ ...broken('degraded'), account, leases }));
  await expect.element(page.getByRole('alert')).toHaveLength(1);
  await expect.element(page.getByText('Check the network.')).toHaveLength(1);
  await expect.element(page.getByText(/could not be reached|cannot be reached/)).not.toBeInTheDocument();
  expect(texts(page.getByRole('alert').getByRole('button'))).toEqual(['Retry']);
  host.update({ account: exampleState().account, tunnel: exampleState().tunnel, leases: leases.slice(0, 1) });
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  await expect.element(page.getByText('Can’t reach Twilio')).not.toBeInTheDocument();
});

test('30 seconds without an SMS bring one line, and what to check is asked for when it is wanted', async ({
  clock,
  open,
}) => {
  const lease = exampleLease({ startedAt: iso(exampleNow - 15_000) });
  const host = open(exampleState({ leases: [lease] }));
  host.answer('leases.diagnose', { ok: true, value: exampleDiagnosis() });
  await expect.element(page.getByRole('timer')).toHaveTextContent('0:45');
  await clock.advance(14_000);
  await expect.element(page.getByRole('timer')).toHaveTextContent('0:31');
  await expect.element(page.getByText('No SMS after 30 s')).not.toBeInTheDocument();
  await clock.advance(5000);
  const card = page.getByRole('article');
  await expect.element(card.getByText('No SMS after 30 s')).toBeVisible();
  expect(inputs(host, 'leases.diagnose')).toEqual([]);
  await whatToCheck.click();
  await expect.element(card.getByText('Open it again, or wait')).toBeVisible();
  await expect.element(card.getByText('There was a failure attempting to retrieve')).toBeVisible();
  await expect
    .element(card.getByRole('link', { name: /error 11200/ }))
    .toHaveAttribute('href', expect.stringMatching(/^https:.*11200$/));
  await clock.advance(5000);
  expect(inputs(host, 'leases.diagnose')).toEqual([{ id: 'lease-1' }]);
});

test('what to check is asked for again when reception changes, so that nothing stays that is over', async ({
  clock,
  open,
}) => {
  const leases = [exampleLease({ startedAt: iso(exampleNow - 40_000) })];
  const host = open(exampleState({ ...broken('degraded'), leases }));
  host.answer('leases.diagnose', { ok: true, value: exampleDiagnosis() });
  await whatToCheck.click();
  await expect.element(page.getByText('The tunnel is down.')).toBeVisible();
  host.answer('leases.diagnose', { ok: true, value: exampleDiagnosis({ findings: [] }) });
  host.update({ tunnel: exampleState().tunnel, polling: false });
  await clock.advance(1000);
  await expect.element(page.getByText('The tunnel is down.')).not.toBeInTheDocument();
});

test('a message takes the hint away, with or without a code', async ({ open }) => {
  const host = open(exampleState({ leases: [exampleLease({ startedAt: iso(exampleNow - 40_000) })] }));
  await expect.element(page.getByText('No SMS after 30 s')).toBeVisible();
  host.update({ messages: [exampleMessage({ code: null, candidates: [] })] });
  await expect.element(page.getByText('No SMS after 30 s')).not.toBeInTheDocument();
});

test('Twilio is asked at once, and the answer is shown and said', async ({ open }) => {
  const leases = [exampleLease({ startedAt: iso(exampleNow - 40_000) })];
  const host = open(exampleState({ ...broken('degraded'), leases }));
  host.answer('leases.diagnose', { ok: true, value: exampleDiagnosis() });
  const card = page.getByRole('article');
  await whatToCheck.click();
  await focus(card.getByRole('button', { name: 'Check now' }));
  await press('Enter');
  await expect.element(card.getByText('Nothing new at Twilio')).toBeVisible();
  await expect.element(page.getByRole('status')).toHaveTextContent('Nothing new at Twilio');
  host.answer('messages.check', { ok: true, value: { found: 1 } });
  await card.getByRole('button', { name: 'Check now' }).click();
  await expect.element(card.getByText('1 message found')).toBeVisible();
  await expect.element(page.getByRole('status')).toHaveTextContent('1 message found');
  expect(inputs(host, 'messages.check')).toEqual([{ lease: 'lease-1' }, { lease: 'lease-1' }]);
  await expect.element(card.getByText('The tunnel is down.')).toBeVisible();
  await expectAccessible();
});

test('that there was nothing new at Twilio is said only for a while', async ({ clock, open }) => {
  open(exampleState({ leases: [exampleLease({ startedAt: iso(exampleNow - 40_000) })] }));
  const card = page.getByRole('article');
  await card.getByRole('button', { name: 'Check now' }).click();
  await expect.element(card.getByText('Nothing new at Twilio')).toBeVisible();
  await clock.advance(answerMs);
  await expect.element(card.getByText('Nothing new at Twilio')).not.toBeInTheDocument();
});

test('a diagnosis that cannot be had says why, and can be asked for again', async ({ clock, open }) => {
  const host = open(exampleState({ leases: [exampleLease({ startedAt: iso(exampleNow) })] }));
  host.answer('leases.diagnose', { ok: false, error: problem });
  await expect.element(page.getByRole('timer')).toBeVisible();
  await clock.advance(31_000);
  const card = page.getByRole('article');
  await whatToCheck.click();
  await expect.element(card.getByText('ngrok cannot be reached.')).toBeVisible();
  host.answer('leases.diagnose', { ok: true, value: exampleDiagnosis({ findings: [], alerts: null }) });
  await card.getByRole('button', { name: 'Retry' }).click();
  await expect.element(card.getByText('is the number complete, with its country code?')).toBeVisible();
  await expect.element(card.getByText('Couldn’t read Twilio’s error log.')).toBeVisible();
});

test('the health tells what came in and what was refused', async ({ open }) => {
  const host = open(exampleState(), 'settings/health');
  await expect.element(health().getByText('none', { exact: true })).toHaveLength(3);
  const { refused } = exampleReception();
  const at = iso(exampleNow - 60_000);
  const counts = { accepted: 3, lastWebhookAt: at, backfilled: 1, lastListAt: at };
  host.update({ reception: { ...counts, refused: { ...refused, signature: 2 } } });
  await expect.element(health().getByText(/^3 messages, last at \d/)).toBeVisible();
  await expect.element(health().getByText(/^1 message, list last read at \d/)).toBeVisible();
  await expect.element(health().getByText('Not signed with your Auth Token: 2')).toBeVisible();
  await expect.element(health().getByText('Too large')).not.toBeInTheDocument();
  await expect.element(health().getByText('ngrok: open')).toBeVisible();
  await expectAccessible(health());
});

test('a test of the webhook shows how far the message got', async ({ open }) => {
  const host = open(exampleState(), 'settings/health');
  await health().getByRole('button', { name: 'Test the webhook' }).click();
  await expect.element(health().getByText('The webhook works.')).toBeVisible();
  await expect.element(page.getByRole('status')).toHaveTextContent('The webhook works.');
  host.answer('reception.test', { ok: true, value: exampleSelfTest() });
  await health().getByRole('button', { name: 'Test the webhook' }).click();
  const hops = health().getByRole('listitem');
  await expect
    .poll(() => texts(hops))
    .toEqual([
      expect.stringContaining('Public URL: OK, 84 ms'),
      expect.stringContaining('Listener on this computer: OK, 3 ms'),
      expect.stringContaining('Signature: failed'),
    ]);
  await expect
    .element(page.getByRole('status'))
    .toHaveTextContent('The webhook doesn’t work. The signature did not hold.');
  await expectAccessible(health());
});

test('where the list is read there is no webhook to test', async ({ open }) => {
  const tunnel = { kind: 'polling', state: 'off', url: null, problem: null } as const;
  open(exampleState({ tunnel }), 'settings/health');
  await expect.element(health().getByText('No webhook to test')).toBeVisible();
  await expect.element(health().getByRole('button')).toHaveLength(0);
});

test('a number whose messages go elsewhere says so, and is not fought over', async ({ open }) => {
  const host = open(exampleState());
  host.own([exampleOwned({ diverted: true, webhook: 'https://else.example/sms' })]);
  await page.getByRole('button', { name: 'On your account' }).click();
  const number = page.getByRole('list', { name: 'On your account' }).getByRole('listitem');
  await expect.element(number.getByText('Its webhook was changed outside OTP Dock')).toBeVisible();
  await expect.element(number.getByText('its messages go to https://else.example/sms')).toBeVisible();
  await expect.element(number.getByRole('button', { name: /webhook|redirect|take over/i })).toHaveLength(0);
});
