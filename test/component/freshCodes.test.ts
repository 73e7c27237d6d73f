import { vi } from 'vitest';
import { page } from 'vitest/browser';
import { iso } from '../../electron/contract/time.ts';
import { seenAfter } from '../../renderer/features/numbers/NewMark.tsx';
import { exampleCandidate, exampleLease, exampleMessage, exampleNow, exampleState } from '../fakes/appState.ts';
import { expectAccessible } from './support/accessible.ts';
import { inside } from './support/actions.ts';
import { expect, test } from './support/app.ts';

const message = exampleMessage();
const latestCode = { code: '481920', messageSid: message.sid, receivedAt: message.receivedAt };
const card = page.getByRole('article', { name: 'checkout' });
const mark = card.getByText('New', { exact: true });

function lease(patch: Parameters<typeof exampleLease>[0] = {}) {
  return exampleLease({ label: 'checkout', expiresAt: iso(exampleNow + 600_000), ...patch });
}

test('a code that was there at the start is not new; one that comes is, until it is copied', async ({ open }) => {
  const host = open(exampleState({ leases: [lease({ latestCode })], messages: [message] }));
  await expect.element(card.getByTestId('code')).toHaveTextContent('481920');
  await expect.element(mark).not.toBeInTheDocument();
  host.receive(exampleMessage({ sid: 'SM2', code: '112233', body: 'Code 112233', receivedAt: iso(exampleNow) }));
  await expect.element(mark).toBeVisible();
  await expectAccessible();
  await card.getByRole('button', { name: 'Copy code', exact: true }).click();
  await expect.element(mark).not.toBeInTheDocument();
});

test('a code stays new while nobody looks, and is seen after some seconds in a window that has the focus', async ({
  clock,
  open,
}) => {
  const focused = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  const host = open(exampleState({ leases: [lease()] }));
  await expect.element(card).toBeVisible();
  host.receive(message);
  await expect.element(mark).toBeVisible();
  await clock.advance(60_000);
  await expect.element(mark).toBeVisible();
  focused.mockReturnValue(true);
  await clock.advance((seenAfter - 1) * 1000);
  await expect.element(mark).toBeVisible();
  await clock.advance(1000);
  await expect.element(mark).not.toBeInTheDocument();
});

test('the last ten seconds look different and are announced once', async ({ clock, open }) => {
  open(exampleState({ leases: [lease({ expiresAt: iso(exampleNow + 12_000) })] }));
  const ring = () => inside(card, '.ring-last').length;
  await expect.element(card.getByRole('timer')).toHaveTextContent('0:12');
  await clock.advance(1000);
  expect(ring()).toBe(0);
  expect(page.getByRole('status').element().textContent).toBe('');
  await clock.advance(1000);
  await expect.element(card.getByRole('timer')).toHaveTextContent('0:10');
  expect(ring()).toBe(1);
  const said = page.getByRole('status');
  await expect.element(said).toHaveTextContent('10 seconds left for checkout');
  const before = said.element().firstChild;
  await clock.advance(3000);
  expect(said.element().firstChild).toBe(before);
});

test('what looks different in the last ten seconds is readable in both themes', async ({ open }) => {
  open(exampleState({ leases: [lease({ expiresAt: iso(exampleNow + 8000) })] }));
  await expect.element(card.getByRole('timer')).toHaveTextContent('0:08');
  await expectAccessible();
});

test('a code has its groups wherever it stands, and stays in one line', async ({ open }) => {
  const candidates = [exampleCandidate(), exampleCandidate({ code: '77812345', confidence: 0.6 })];
  open(exampleState({ leases: [lease({ latestCode })], messages: [{ ...message, candidates }] }));
  const groups = () => [...document.querySelectorAll('main .code-gap')].map(({ textContent }) => textContent);
  await expect.poll(groups).toEqual(['920', '2345']);
  for (const width of [1000, 800, 480, 320]) {
    await page.viewport(width, 800);
    const code = card.getByTestId('code').element();
    expect(code.getBoundingClientRect().height).toBeLessThan(60);
    expect(code.scrollWidth).toBeLessThanOrEqual(card.element().clientWidth);
  }
  await page.getByRole('link', { name: 'Inbox' }).click();
  await expect.poll(groups).toEqual(['920', '2345']);
});
