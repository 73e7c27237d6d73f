import { page } from 'vitest/browser';
import { undoMs } from '../../renderer/state/delayed.ts';
import { exampleLease, exampleState } from '../fakes/appState.ts';
import { refusal } from '../fakes/failures.ts';
import { inputs } from './support/actions.ts';
import { expect, test } from './support/app.ts';

const lease = exampleLease({ label: 'checkout' });
const ended = { ok: true, value: lease } as const;

function button(name: string) {
  return page.getByRole('article', { name: 'checkout' }).getByRole('button', { name, exact: true });
}

test('a number goes back some seconds after the click, whatever is looked at meanwhile', async ({ clock, open }) => {
  const host = open(exampleState({ leases: [lease] }));
  host.answer('leases.end', ended);
  await button('Give back').click();
  await expect.element(page.getByText('Giving back checkout…')).toBeVisible();
  await page.getByRole('link', { name: 'Inbox' }).click();
  await expect.element(page.getByRole('heading', { name: 'Inbox' })).toBeVisible();
  await clock.advance(undoMs - 1);
  expect(inputs(host, 'leases.end')).toEqual([]);
  await clock.advance(1);
  expect(inputs(host, 'leases.end')).toEqual([{ id: 'lease-1' }]);
  await page.getByRole('link', { name: 'Numbers' }).click();
  await expect.element(button('Give back')).toBeVisible();
});

for (const where of ['on the card', 'in the toast']) {
  test(`it does not go back when that is undone ${where}`, async ({ clock, open }) => {
    const host = open(exampleState({ leases: [lease] }));
    await button('Give back').click();
    await expect.element(button('Undo')).toHaveFocus();
    const undo =
      where === 'on the card' ? button('Undo') : page.getByRole('alert').getByRole('button', { name: 'Undo' });
    await undo.click();
    await expect.element(button('Give back')).toBeVisible();
    await clock.advance(2 * undoMs);
    await expect.element(page.getByText('Giving back checkout…')).not.toBeInTheDocument();
    expect(inputs(host, 'leases.end')).toEqual([]);
  });
}

test('a double click does not undo what it began', async ({ clock: _clock, open }) => {
  open(exampleState({ leases: [lease] }));
  await button('Give back').dblClick();
  await expect.element(button('Undo')).toBeVisible();
});

test('it goes back at once when the page is left', async ({ clock: _clock, open }) => {
  const host = open(exampleState({ leases: [lease] }));
  host.answer('leases.end', ended);
  await button('Give back').click();
  await expect.element(button('Undo')).toBeVisible();
  window.dispatchEvent(new PageTransitionEvent('pagehide'));
  expect(inputs(host, 'leases.end')).toEqual([{ id: 'lease-1' }]);
});

test('a failure is told', async ({ clock, open }) => {
  const host = open(exampleState({ leases: [lease] }));
  host.answer('leases.end', refusal('The disk is full.'));
  await button('Give back').click();
  await clock.advance(undoMs);
  await expect.element(page.getByText('The disk is full.')).toBeVisible();
  await expect.element(button('Give back')).toBeEnabled();
});
