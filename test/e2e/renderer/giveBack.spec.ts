import type { Page } from 'playwright/test';
import { exampleLease, exampleNow, exampleState } from '../../fakes/appState.ts';
import { expect, test } from '../support/rendererTest.ts';

const lease = exampleLease({ label: 'checkout' });
const ended = { ok: true, value: lease } as const;

function button(page: Page, name: string) {
  return page.getByRole('article', { name: 'checkout' }).getByRole('button', { name, exact: true });
}

test('a number goes back some seconds after the click', async ({ page, open }) => {
  const host = await open(exampleState({ leases: [lease] }));
  await host.answer('leases.end', ended);
  await page.clock.pauseAt(exampleNow + 10_000);
  await button(page, 'Give back').click();
  await expect(page.getByText('Giving back checkout…')).toBeVisible();
  await page.clock.runFor(4_000);
  expect(await host.inputs('leases.end')).toEqual([]);
  await page.clock.runFor(1_000);
  await expect.poll(() => host.inputs('leases.end')).toEqual([{ id: 'lease-1' }]);
  await expect(button(page, 'Give back')).toBeVisible();
});

for (const where of ['on the card', 'in the toast']) {
  test(`it does not go back when that is undone ${where}`, async ({ page, open }) => {
    const host = await open(exampleState({ leases: [lease] }));
    await page.clock.pauseAt(exampleNow + 10_000);
    await button(page, 'Give back').click();
    await expect(button(page, 'Undo')).toBeFocused();
    const undo =
      where === 'on the card' ? button(page, 'Undo') : page.getByRole('alert').getByRole('button', { name: 'Undo' });
    await undo.click();
    await expect(button(page, 'Give back')).toBeVisible();
    await page.clock.runFor(20_000);
    await expect(page.getByText('Giving back checkout…')).toBeHidden();
    expect(await host.inputs('leases.end')).toEqual([]);
  });
}

test('a double click does not undo what it began', async ({ page, open }) => {
  await open(exampleState({ leases: [lease] }));
  await page.clock.pauseAt(exampleNow + 10_000);
  await button(page, 'Give back').dblclick();
  await expect(button(page, 'Undo')).toBeVisible();
});

test('it goes back, too, when another place is looked at meanwhile', async ({ page, open }) => {
  const host = await open(exampleState({ leases: [lease] }));
  await host.answer('leases.end', ended);
  await page.clock.pauseAt(exampleNow + 10_000);
  await button(page, 'Give back').click();
  await page.getByRole('link', { name: 'Inbox' }).click();
  await page.clock.runFor(5_000);
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible();
  await expect.poll(() => host.inputs('leases.end')).toEqual([{ id: 'lease-1' }]);
});

test('it goes back at once when the page is left', async ({ page, open }) => {
  const host = await open(exampleState({ leases: [lease] }));
  await host.answer('leases.end', ended);
  await page.clock.pauseAt(exampleNow + 10_000);
  await button(page, 'Give back').click();
  await expect(button(page, 'Undo')).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide')));
  await expect.poll(() => host.inputs('leases.end')).toEqual([{ id: 'lease-1' }]);
});

test('a failure is told', async ({ page, open }) => {
  const host = await open(exampleState({ leases: [lease] }));
  const error = { code: 'STORAGE_FAILED', message: 'The disk is full.', hint: 'Make room.' } as const;
  await host.answer('leases.end', { ok: false, error: { ...error, retryable: true, twilio: null } });
  await button(page, 'Give back').click();
  await page.clock.runFor(5_000);
  await expect(page.getByText('The disk is full.')).toBeVisible();
  await expect(button(page, 'Give back')).toBeEnabled();
});
