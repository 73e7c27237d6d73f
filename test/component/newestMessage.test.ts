import { page } from 'vitest/browser';
import { iso } from '../../electron/contract/time.ts';
import { exampleLease, exampleMessage, exampleNow, exampleState } from '../fakes/appState.ts';
import { expectAccessible } from './support/accessible.ts';
import { texts } from './support/actions.ts';
import { expect, test } from './support/app.ts';

const latestCode = { code: '481920', messageSid: 'SM1', receivedAt: exampleMessage().receivedAt };
const leases = [exampleLease({ label: 'checkout', latestCode })];
const card = page.getByRole('article', { name: 'checkout' });

const locked = exampleMessage({
  sid: 'SM2',
  code: null,
  candidates: [],
  body: 'Too many codes. Unlock your account: https://example.com/u/7',
  links: ['https://example.com/u/7'],
  receivedAt: iso(exampleNow),
});

test('the message behind a code is on its card in one line, and a click opens it in the inbox', async ({ open }) => {
  const older = Array.from({ length: 60 }, (_, index) =>
    exampleMessage({ sid: `SMold${index}`, leaseId: null, receivedAt: iso(exampleNow + 60_000 * (60 - index)) }),
  );
  const body = 'Example never calls you and never asks you for it.\nYour code is 481920.';
  open(exampleState({ leases, messages: [...older, exampleMessage({ body })] }));
  const line = card.getByRole('link', { name: /^….*Your code is 481920\.$/ });
  await expect.element(line).toBeVisible();
  expect(texts(card.getByRole('mark'))).toEqual(['481920']);
  expect(line.element().getBoundingClientRect().height).toBeLessThan(30);
  await line.click();
  await expect.element(page.getByRole('heading', { name: 'Inbox' })).toBeVisible();
  const message = page.getByRole('article').filter({ hasText: 'never calls you' });
  await expect.element(message).toHaveFocus();
  await expect.element(message).toBeInViewport();
});

test('a newer SMS without a code takes the place of the code, says so, and offers its link', async ({ open }) => {
  const host = open(exampleState({ leases, messages: [exampleMessage()] }));
  await expect.element(card.getByTestId('code')).toHaveTextContent('481920');
  host.receive(locked);
  await expect.element(card.getByText('No code in this SMS')).toBeVisible();
  await expect.element(page.getByRole('status')).toHaveTextContent('SMS without a code for checkout');
  await expect.element(card.getByRole('link', { name: /^Too many codes/ })).toBeVisible();
  await expect.element(card.getByText('481920')).not.toBeInTheDocument();
  await card.getByRole('button', { name: 'Copy link' }).click();
  await expect.poll(() => navigator.clipboard.readText()).toBe('https://example.com/u/7');
  await expectAccessible();
  await card.getByRole('button', { name: '1 older code' }).click();
  await card.getByRole('button', { name: 'Copy code 481920' }).click();
  await expect.poll(() => navigator.clipboard.readText()).toBe('481920');
});

test('a code that is sent again folds the one before', async ({ open }) => {
  const resent = exampleMessage({ sid: 'SM2', code: '112233', body: 'New code 112233', receivedAt: iso(exampleNow) });
  const again = { code: '112233', messageSid: 'SM2', receivedAt: resent.receivedAt };
  open(
    exampleState({
      leases: [exampleLease({ label: 'checkout', latestCode: again })],
      messages: [{ ...resent, candidates: [] }, exampleMessage()],
    }),
  );
  await expect.element(card.getByTestId('code')).toHaveTextContent('112233');
  await expect.element(card.getByText('481920')).not.toBeInTheDocument();
  await expect.element(card.getByRole('button', { name: '1 older code' })).toBeVisible();
});
