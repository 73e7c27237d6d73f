import { iso } from '../../../electron/contract/time.ts';
import { exampleLease, exampleMessage, exampleNow, exampleState } from '../../fakes/appState.ts';
import { expect, test } from '../support/rendererTest.ts';

const latestCode = { code: '481920', messageSid: 'SM1', receivedAt: iso(exampleNow - 4000) };

test('a code is copied with one click, and the button says so', async ({ page, open }) => {
  await open(exampleState({ leases: [exampleLease({ label: 'checkout', latestCode })] }));
  const card = page.getByRole('article', { name: 'checkout' });
  await expect(card.getByTestId('code')).toHaveText('481920');
  await card.getByRole('button', { name: 'Copy code' }).click();
  await expect(card.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('481920');
});

test('a click on the number copies it in E.164', async ({ page, open }) => {
  await open(exampleState({ leases: [exampleLease()] }));
  await page.getByRole('button', { name: 'Copy number +14155550123' }).click();
  await expect(page.getByText('Copied').first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('+14155550123');
});

test('a refused clipboard is told, not hidden', async ({ page, open }) => {
  await open(exampleState({ leases: [exampleLease({ latestCode })] }));
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await page.getByRole('button', { name: 'Copy code' }).click();
  await expect(page.getByText('The text could not be copied.')).toBeVisible();
});

test('a number whose client went away says so, and others do not', async ({ page, open }) => {
  const gone = { heartbeatSeconds: 30, endReason: 'clientGone' } as const;
  await open(
    exampleState({
      leases: [
        exampleLease({ label: 'going', state: 'releasing', ...gone }),
        exampleLease({ id: 'lease-2', label: 'gone', state: 'released', ...gone }),
        exampleLease({ id: 'lease-3', label: 'over', state: 'released', endReason: 'timeUp' }),
      ],
    }),
  );
  const note = 'Ended: its client went away';
  for (const name of ['going', 'gone']) await expect(page.getByRole('article', { name })).toContainText(note);
  await expect(page.getByRole('article', { name: 'over' })).not.toContainText(note);
});

test('who has a number is said of those that others took, and finds them', async ({ page, open }) => {
  const ended = { state: 'released', expiresAt: iso(exampleNow - 1000) } as const;
  await open(
    exampleState({
      leases: [
        exampleLease({ label: 'theirs', holder: 'web-ci' }),
        exampleLease({ id: 'lease-2', label: 'over', holder: 'app-ci', ...ended }),
        ...Array.from({ length: 7 }, (_, index) => exampleLease({ id: `own-${index}`, label: `own ${index}` })),
      ],
    }),
  );
  await expect(page.getByRole('article', { name: 'theirs' })).toContainText('Taken by web-ci');
  await expect(page.getByRole('article', { name: 'over' })).toContainText('Taken by app-ci');
  await expect(page.getByRole('article', { name: 'own 0' })).not.toContainText('Taken by');
  await page.getByRole('searchbox', { name: 'Filter numbers in use and ended ones' }).fill('web-ci');
  await expect(page.getByRole('article')).toHaveCount(1);
});

test('how many requests wait for a number is said as long as they do', async ({ page, open }) => {
  const waiting = { holder: 'web-ci', country: 'US', since: iso(exampleNow) };
  const host = await open(exampleState({ leases: [exampleLease()], waiting: [waiting, waiting] }));
  await expect(page.getByText('2 requests wait for a free number')).toBeVisible();
  await host.update({ waiting: [waiting] });
  await expect(page.getByText('1 request waits for a free number')).toBeVisible();
  await host.update({ waiting: [] });
  await expect(page.getByText('a free number')).toBeHidden();
});

test('the countdown runs, and a late message brings a hint', async ({ page, open }) => {
  await open(exampleState({ leases: [exampleLease()] }));
  await page.clock.pauseAt(exampleNow + 10_000);
  await expect(page.getByRole('timer')).toHaveText('0:35');
  await expect(page.getByText('No SMS yet. What to check')).toBeHidden();
  await page.clock.runFor(5000);
  await expect(page.getByRole('timer')).toHaveText('0:30');
  await expect(page.getByText('No SMS yet. What to check')).toBeVisible();
});

test('a new code is announced, and its card comes to the top', async ({ page, open }) => {
  const other = exampleLease({ id: 'lease-2', number: '+14155550124', startedAt: iso(exampleNow - 9000) });
  const host = await open(exampleState({ leases: [other, exampleLease({ label: 'checkout' })] }));
  await expect(page.getByRole('article').first()).toHaveAccessibleName('(415) 555-0124');
  const message = exampleMessage();
  await host.update({ leases: [other, exampleLease({ label: 'checkout', latestCode })], messages: [message] });
  await host.emit('message', message);
  await expect(page.getByRole('article').first()).toHaveAccessibleName('checkout');
  await expect(page.getByRole('status')).toHaveText('Code 481920 for checkout');
});

test('a change of an older state does not replace a newer one', async ({ page, open }) => {
  const state = exampleState({ revision: 7, leases: [exampleLease({ label: 'newer' })] });
  const host = await open(state);
  await expect(page.getByRole('article', { name: 'newer' })).toBeVisible();
  const older = { leases: [{ put: exampleLease({ label: 'older' }) }] };
  await host.emit('stateChanged', { from: 5, revision: 6, set: {}, lists: older });
  const notices = [{ put: { id: 'n', message: 'Seen after both', hint: '' } }];
  await host.emit('stateChanged', { from: 7, revision: 8, set: {}, lists: { notices } });
  await expect(page.getByText('Seen after both')).toBeVisible();
  await expect(page.getByRole('article', { name: 'newer' })).toBeVisible();
});

test('what ended says so, and its code can still be copied', async ({ page, open }) => {
  await open(exampleState({ leases: [exampleLease({ state: 'released', latestCode })] }));
  const card = page.getByRole('article', { name: '(415) 555-0123' });
  await expect(card).toHaveAttribute('data-lease-state', 'released');
  await expect(card.getByText('Given back')).toBeVisible();
  await expect(card.getByRole('button', { name: 'Copy code' })).toBeVisible();
});

test('extend and give back ask the host for just that lease', async ({ page, open }) => {
  const host = await open(exampleState({ leases: [exampleLease()] }));
  await host.answer('leases.extend', { ok: true, value: exampleLease() });
  await host.answer('leases.end', { ok: true, value: exampleLease() });
  await page.getByRole('button', { name: 'Extend by 60 seconds' }).click();
  await page.getByRole('button', { name: 'Give back' }).click();
  await expect.poll(() => host.inputs('leases.extend')).toEqual([{ id: 'lease-1', seconds: 60 }]);
  await expect.poll(() => host.inputs('leases.end')).toEqual([{ id: 'lease-1' }]);
});

test('a clicked notification brings its card into view from any place', async ({ page, open }) => {
  const leases = Array.from({ length: 12 }, (_, index) =>
    exampleLease({ id: `lease-${index}`, label: `test ${index}` }),
  );
  const host = await open(exampleState({ leases }), 'settings');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await host.emit('reveal', { leaseId: 'lease-11' });
  await expect(page.getByRole('article', { name: 'test 11' })).toBeInViewport();
  await expect(page.getByRole('article', { name: 'test 11' })).toBeFocused();
});

test('a failed action is told with what to do next', async ({ page, open }) => {
  const host = await open(exampleState({ leases: [exampleLease()] }));
  const error = { code: 'LEASE_ENDED', message: 'This lease is over.', hint: 'Take a new number.' } as const;
  await host.answer('leases.extend', { ok: false, error: { ...error, retryable: false, twilio: null } });
  await page.getByRole('button', { name: 'Extend by 60 seconds' }).click();
  await expect(page.getByText('This lease is over.')).toBeVisible();
  await expect(page.getByText('Take a new number.')).toBeVisible();
});
