import { vi } from 'vitest';
import { page } from 'vitest/browser';
import { iso } from '../../electron/contract/time.ts';
import { exampleLease, exampleMessage, exampleNow, exampleState } from '../fakes/appState.ts';
import { refusal } from '../fakes/failures.ts';
import { inputs } from './support/actions.ts';
import { expect, test } from './support/app.ts';

const latestCode = { code: '481920', messageSid: 'SM1', receivedAt: iso(exampleNow - 4000) };

test('a code is copied with one click, and the button says so; a click on the number copies it in E.164', async ({
  open,
}) => {
  open(exampleState({ leases: [exampleLease({ label: 'checkout', latestCode })] }));
  const card = page.getByRole('article', { name: 'checkout' });
  await expect.element(card.getByTestId('code')).toHaveTextContent('481920');
  await card.getByRole('button', { name: 'Copy code' }).click();
  await expect.element(card.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe('481920');
  await page.getByRole('button', { name: 'Copy number (415) 555-0123' }).click();
  await expect.poll(() => navigator.clipboard.readText()).toBe('+14155550123');
});

test('a refused clipboard is told, not hidden', async ({ open }) => {
  open(exampleState({ leases: [exampleLease({ latestCode })] }));
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
  await page.getByRole('button', { name: 'Copy code' }).click();
  await expect.element(page.getByText('The text could not be copied.')).toBeVisible();
});

test('a number whose client went away says so, and others do not', async ({ open }) => {
  const gone = { heartbeatSeconds: 30, endReason: 'clientGone' } as const;
  open(
    exampleState({
      leases: [
        exampleLease({ label: 'going', state: 'releasing', ...gone }),
        exampleLease({ id: 'lease-2', label: 'gone', state: 'released', ...gone }),
        exampleLease({ id: 'lease-3', label: 'over', state: 'released', endReason: 'timeUp' }),
      ],
    }),
  );
  const note = 'Ended: its script went silent';
  for (const name of ['going', 'gone'])
    await expect.element(page.getByRole('article', { name })).toMatchTextContent(note);
  await expect.element(page.getByRole('article', { name: 'over' })).not.toMatchTextContent(note);
});

test('who has a number is said of those that others took, and finds them', async ({ open }) => {
  const ended = { state: 'released', expiresAt: iso(exampleNow - 1000) } as const;
  open(
    exampleState({
      leases: [
        exampleLease({ label: 'theirs', holder: 'web-ci' }),
        exampleLease({ id: 'lease-2', label: 'over', holder: 'app-ci', ...ended }),
        ...Array.from({ length: 7 }, (_, index) => exampleLease({ id: `own-${index}`, label: `own ${index}` })),
      ],
    }),
  );
  await expect.element(page.getByRole('article', { name: 'theirs' })).toMatchTextContent('Taken by web-ci');
  await expect.element(page.getByRole('article', { name: 'over' })).toMatchTextContent('Taken by app-ci');
  await expect.element(page.getByRole('article', { name: 'own 0' })).not.toMatchTextContent('Taken by');
  await page.getByRole('searchbox', { name: 'Find a number' }).fill('web-ci');
  await expect.element(page.getByRole('article')).toHaveLength(1);
});

test('how many requests wait for a number is said as long as they do', async ({ open }) => {
  const waiting = { holder: 'web-ci', country: 'US', since: iso(exampleNow) };
  const host = open(exampleState({ leases: [exampleLease()], waiting: [waiting, waiting] }));
  await expect.element(page.getByText('2 requests are waiting for a number')).toBeVisible();
  host.update({ waiting: [waiting] });
  await expect.element(page.getByText('1 request is waiting for a number')).toBeVisible();
  host.update({ waiting: [] });
  await expect.element(page.getByText('waiting for a number')).not.toBeInTheDocument();
});

test('the countdown runs, and a late message brings a hint', async ({ clock, open }) => {
  open(exampleState({ leases: [exampleLease()] }));
  await expect.element(page.getByRole('timer')).toHaveTextContent('0:45');
  await clock.advance(10_000);
  await expect.element(page.getByRole('timer')).toHaveTextContent('0:35');
  await expect.element(page.getByText('No SMS after 30 s')).not.toBeInTheDocument();
  await clock.advance(5000);
  await expect.element(page.getByRole('timer')).toHaveTextContent('0:30');
  await expect.element(page.getByText('No SMS after 30 s')).toBeVisible();
});

test('a new code is announced, and its card comes to the top', async ({ open }) => {
  const other = exampleLease({ id: 'lease-2', number: '+14155550124', startedAt: iso(exampleNow - 9000) });
  const host = open(exampleState({ leases: [other, exampleLease({ label: 'checkout' })] }));
  await expect.element(page.getByRole('article').first()).toHaveAccessibleName('(415) 555-0124');
  const message = exampleMessage();
  host.update({ leases: [other, exampleLease({ label: 'checkout', latestCode })], messages: [message] });
  host.emit('message', message);
  await expect.element(page.getByRole('article').first()).toHaveAccessibleName('checkout');
  await expect.element(page.getByRole('status')).toHaveTextContent('Code 481920 for checkout');
});

test('what ended says so, and its code can still be copied', async ({ open }) => {
  open(exampleState({ leases: [exampleLease({ state: 'released', latestCode })] }));
  const card = page.getByRole('article', { name: '(415) 555-0123' });
  await expect.element(card).toHaveAttribute('data-lease-state', 'released');
  await expect.element(card.getByText('Given back')).toBeVisible();
  await expect.element(card.getByRole('button', { name: 'Copy code' })).toBeVisible();
});

test('an extension asks the host for just that lease', async ({ open }) => {
  const host = open(exampleState({ leases: [exampleLease()] }));
  host.answer('leases.extend', { ok: true, value: exampleLease() });
  await page.getByRole('button', { name: 'Extend: +1 min' }).click();
  await expect.poll(() => inputs(host, 'leases.extend')).toEqual([{ id: 'lease-1', seconds: 60 }]);
});

test('an extension is as long as the lease was taken for, however long it runs by now', async ({ open }) => {
  const host = open(exampleState({ leases: [exampleLease({ ttlSeconds: 300 })] }));
  host.answer('leases.extend', { ok: true, value: exampleLease() });
  await page.getByRole('button', { name: 'Extend: +5 min' }).click();
  await expect.poll(() => inputs(host, 'leases.extend')).toEqual([{ id: 'lease-1', seconds: 300 }]);
});

test('a failed action is told with what to do next', async ({ open }) => {
  const host = open(exampleState({ leases: [exampleLease()] }));
  host.answer('leases.extend', refusal('This lease is over.', { code: 'LEASE_ENDED', hint: 'Take a new number.' }));
  await page.getByRole('button', { name: 'Extend: +1 min' }).click();
  await expect.element(page.getByText('This lease is over.')).toBeVisible();
  await expect.element(page.getByText('Take a new number.')).toBeVisible();
});
