import { commands, page } from 'vitest/browser';
import { stillMs } from '../../renderer/features/numbers/useCalm.ts';
import { undoMs } from '../../renderer/state/delayed.ts';
import { iso } from '../../electron/contract/time.ts';
import type { Lease } from '../../electron/contract/state.ts';
import { exampleCandidate, exampleLease, exampleMessage, exampleNow, exampleState } from '../fakes/appState.ts';
import { expectAccessible, expectNoSideways } from './support/accessible.ts';
import { focus, inputs, press } from './support/actions.ts';
import { expect, test } from './support/app.ts';

const latestCode = { code: '481920', messageSid: 'SM1', receivedAt: exampleMessage().receivedAt };

/** That many numbers in use; the first has a code. */
function inUse(count: number): Lease[] {
  return Array.from({ length: count }, (_, index) =>
    exampleLease({
      id: `lease-${index + 1}`,
      label: `test ${index + 1}`,
      number: `+1415555${String(1230 + index)}`,
      startedAt: iso(exampleNow - 1000 * index),
      latestCode: index === 0 ? latestCode : null,
    }),
  );
}

const listed = exampleState({ leases: inUse(5), messages: [exampleMessage()] });
const first = page.getByRole('article', { name: 'test 1' });
const more = first.getByRole('button', { name: 'More actions' });

const heightOf = (name: string) => page.getByRole('article', { name }).element().getBoundingClientRect().height;

/** From the top of the window to the lower edge of the element, in CSS pixels. */
async function endOf(locator: ReturnType<typeof page.getByRole>): Promise<number> {
  await expect.element(locator).toBeVisible();
  return locator.element().getBoundingClientRect().bottom;
}

test('from five numbers on each is a row with number, label, code, message and time; the rest is behind “…”', async ({
  open,
}) => {
  const host = open(exampleState({ ...listed, leases: inUse(4) }));
  await expect.element(first.getByRole('button', { name: 'Give back' })).toBeVisible();
  expect(heightOf('test 2')).toBeGreaterThan(200);
  host.update({ leases: inUse(5) });
  await expect.poll(() => heightOf('test 2')).toBeLessThan(64);
  for (const shown of [
    first.getByRole('button', { name: /^Copy number/ }),
    first.getByText('test 1'),
    first.getByTestId('code'),
    first.getByRole('button', { name: 'Copy code' }),
    first.getByRole('link', { name: 'Your Example code is' }),
    first.getByRole('timer'),
  ])
    await expect.element(shown).toBeVisible();
  await expect.element(first.getByRole('button', { name: 'Give back' })).not.toBeInTheDocument();
  await expectAccessible();
});

test('a row does by its menu what a card does by its buttons', async ({ clock, open }) => {
  const host = open(listed);
  host.answer('leases.extend', { ok: true, value: exampleLease() });
  host.answer('leases.end', { ok: true, value: exampleLease() });
  await more.click();
  await page.getByRole('menuitem', { name: 'Extend: +1 min' }).click();
  await more.click();
  await page.getByRole('menuitemradio', { name: 'Keep until the next bill' }).click();
  await more.click();
  await page.getByRole('menuitem', { name: 'Keep', exact: true }).click();
  await expect.element(first.getByRole('button', { name: 'Undo' })).toBeVisible();
  await clock.advance(undoMs);
  expect(inputs(host, 'leases.extend')).toEqual([{ id: 'lease-1', seconds: 60 }]);
  expect(inputs(host, 'leases.setPolicy')).toEqual([{ id: 'lease-1', policy: 'renewal' }]);
  expect(inputs(host, 'leases.end')).toEqual([{ id: 'lease-1' }]);
});

test('the details of a row are those of a card', async ({ open }) => {
  const candidates = [exampleCandidate(), exampleCandidate({ code: '7781', confidence: 0.6 })];
  open(exampleState({ ...listed, messages: [exampleMessage({ candidates })] }));
  await expect.element(first).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Copy code 7781' })).not.toBeInTheDocument();
  await more.click();
  await page.getByRole('menuitem', { name: 'Show details' }).click();
  await expect.element(first.getByRole('button', { name: 'Copy code 7781' })).toBeVisible();
  await expect.element(first.getByText('United States · Local · $1.15 a month')).toBeVisible();
  await expect.element(more).toHaveFocus();
  await more.click();
  await page.getByRole('menuitem', { name: 'Hide details' }).click();
  await expect.poll(() => heightOf('test 1')).toBeLessThan(64);
});

test('what a code that came to a row took the place of is among its details', async ({ open }) => {
  const host = open(listed);
  await expect.element(first.getByTestId('code')).toHaveTextContent('481920');
  host.receive(exampleMessage({ sid: 'SM2', code: '112233', body: 'Code 112233', receivedAt: iso(exampleNow) }));
  await expect.element(first.getByTestId('code')).toHaveTextContent('112233');
  await more.click();
  await page.getByRole('menuitem', { name: 'Show details' }).click();
  await first.getByRole('button', { name: '1 older code' }).click();
  await expect.element(first.getByRole('button', { name: 'Copy code 481920' })).toBeVisible();
});

test('a late row says so instead of waiting, with what to check', async ({ open }) => {
  const leases = inUse(5).map((lease) => ({ ...lease, startedAt: iso(exampleNow - 40_000) }));
  open(exampleState({ ...listed, leases }));
  const row = page.getByRole('article', { name: 'test 2' });
  await expect.element(row.getByText('No SMS after 30 s')).toBeVisible();
  await expect.element(row.getByText('Waiting for an SMS')).not.toBeVisible();
  expect(heightOf('test 2')).toBeLessThan(64);
  await row.getByRole('button', { name: 'What to check' }).click();
  await expect.element(row.getByText('is the number complete, with its country code?')).toBeVisible();
});

for (const [what, width, height] of [
  ['480 px', 480, 640],
  ['200 % of 1280 × 720', 640, 360],
  ['200 % of 1100 × 760', 550, 380],
] as const) {
  test(`at ${what} the newest code is seen without scrolling, on a card and in the list`, async ({ open }) => {
    await page.viewport(width, height);
    for (const count of [1, 4, 5, 12]) {
      open(exampleState({ demo: true, leases: inUse(count), messages: [exampleMessage()] }));
      expect(await endOf(first.getByTestId('code'))).toBeLessThan(height);
      expect(await endOf(first.getByRole('button', { name: 'Copy code' }))).toBeLessThan(height);
      expect(window.scrollY).toBe(0);
      expectNoSideways();
    }
  });
}

test('when cards become a list and back, the focus stays where it is, or goes to the menu that has the action', async ({
  open,
}) => {
  const host = open(exampleState({ ...listed, leases: inUse(4) }));
  const copy = first.getByRole('button', { name: 'Copy code' });
  await focus(copy);
  host.update({ leases: inUse(5) });
  await expect.poll(() => heightOf('test 1')).toBeLessThan(64);
  await expect.element(copy).toHaveFocus();
  host.update({ leases: inUse(4) });
  await expect.poll(() => heightOf('test 1')).toBeGreaterThan(200);
  await expect.element(copy).toHaveFocus();
  await focus(first.getByRole('button', { name: 'Give back' }));
  host.update({ leases: inUse(5) });
  await expect.element(more).toHaveFocus();
  await press('Enter');
  await expect.element(page.getByRole('menuitem', { name: 'Give back' })).toBeVisible();
});

test('nothing becomes a list under a pointer that is at work; once it rests or leaves, it does', async ({
  clock,
  open,
}) => {
  const host = open(exampleState({ ...listed, leases: inUse(4) }));
  await first.getByRole('button', { name: 'Copy code' }).hover();
  host.update({ leases: inUse(5) });
  await expect.element(page.getByRole('article')).toHaveLength(5);
  await clock.advance(stillMs - 1);
  expect(heightOf('test 2')).toBeGreaterThan(200);
  await clock.advance(1);
  await expect.poll(() => heightOf('test 2')).toBeLessThan(64);
  await first.getByRole('button', { name: 'Copy code' }).hover();
  host.update({ leases: inUse(4) });
  await expect.element(page.getByRole('article')).toHaveLength(4);
  expect(heightOf('test 2')).toBeLessThan(64);
  await page.getByRole('heading', { name: 'Numbers' }).hover();
  await expect.poll(() => heightOf('test 2')).toBeGreaterThan(200);
});

test('nothing is animated that moves the list where motion is not wanted', async ({ open }) => {
  await commands.emulateMedia({ reducedMotion: 'reduce' });
  open(listed);
  await expect.element(first).toBeVisible();
  expect(document.getAnimations().filter(({ playState }) => playState === 'running')).toEqual([]);
});
