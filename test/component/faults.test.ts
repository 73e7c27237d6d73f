import { page } from 'vitest/browser';
import type { Fault } from '../../electron/contract/faults.ts';
import { exampleState } from '../fakes/appState.ts';
import { expectAccessible } from './support/accessible.ts';
import { inputs } from './support/actions.ts';
import { expect, test } from './support/app.ts';

const capture = (...faults: Fault[]) => ({
  baseUrl: 'http://127.0.0.1:4010',
  accountSid: `AC${'c'.repeat(32)}`,
  faults,
});
const banner = page.getByRole('region', { name: 'Faults' });
const dialog = page.getByRole('dialog', { name: 'Faults' });
const openFaults = () => page.getByRole('button', { name: 'Faults…' }).first().click();

async function choose(field: string, option: string): Promise<void> {
  await dialog.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('messages are let go wrong from the banner, for all numbers, until it is turned off', async ({ open }) => {
  const host = open(exampleState({ capture: capture() }), 'inbox');
  await expect.element(banner).not.toBeInTheDocument();
  await openFaults();
  await expect.element(dialog.getByRole('combobox', { name: 'What happens' })).toHaveValue('Not delivered');
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Faults…' })).toHaveFocus();
  expect(inputs(host, 'capture.setFaults')).toEqual([{ faults: [{ kind: 'undelivered', errorCode: 30003 }] }]);
  for (const place of ['Settings', 'Numbers']) {
    await page.getByRole('link', { name: place, exact: true }).click();
    await expect.element(banner).toMatchTextContent('Faults are on');
    await expect.element(banner).toMatchTextContent('Not delivered (30003): all numbers');
  }
  await expectAccessible();
  await banner.getByRole('button', { name: 'Turn off' }).click();
  await expect.element(banner).not.toBeInTheDocument();
  await expect.element(page.getByRole('status')).toHaveTextContent('Faults are off');
});

test('what is asked for fits what happens, and the number is taken as it is written', async ({ open }) => {
  const host = open(exampleState({ capture: capture() }));
  await openFaults();
  await choose('What happens', 'Refused');
  await choose('Error', '21614 · not a mobile number');
  await dialog.getByRole('textbox', { name: 'Number' }).fill('91 98123');
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  await expect.element(dialog.getByText('A number such as +14155550123.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Number' }).fill('+91 98123-45678');
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  await expect.element(banner).toMatchTextContent('Refused (21614): 098123 45678');
  await openFaults();
  await choose('What happens', 'Late');
  await dialog.getByRole('textbox', { name: 'Seconds' }).fill('700');
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  await expect.element(dialog.getByText('A number of seconds, from 0.001 to 600.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Seconds' }).fill('2.5');
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  await expect.element(banner).toMatchTextContent('Late (2.5 s): all numbers');
  expect(inputs(host, 'capture.setFaults')).toEqual([
    { to: '+919812345678', faults: [{ kind: 'refused', errorCode: 21614 }] },
    { faults: [{ kind: 'late', delaySeconds: 2.5 }] },
  ]);
});

test('what tests have set is seen, counted when there is much, and turned off one by one', async ({ open }) => {
  const to = '+14155550188';
  const host = open(
    exampleState({
      capture: capture(
        { kind: 'slow', delaySeconds: 5, to, times: 2 },
        { kind: 'twice', to, times: null },
        { kind: 'unavailable', to: null, times: null },
        { kind: 'callbacksLost', to: '+14155550189', times: 1 },
        { kind: 'tooManyRequests', to: '+14155550189', times: null },
      ),
    }),
    'settings/twilio',
  );
  await expect.element(banner).toMatchTextContent('Slow answer (5 s): (415) 555-0188, 2 more times · Arrives twice');
  await expect.element(banner).toMatchTextContent('503): all numbers · 2 more');
  await page.getByRole('main').getByRole('button', { name: 'Faults…' }).last().click();
  await dialog.getByRole('button', { name: 'Turn off: Arrives twice: (415) 555-0188' }).click();
  await expect.element(dialog.getByRole('listitem')).toHaveLength(4);
  await dialog.getByRole('button', { name: 'Turn off: Twilio unavailable (503): all numbers' }).click();
  await expect.element(dialog.getByRole('listitem')).toHaveLength(3);
  await expectAccessible();
  expect(inputs(host, 'capture.setFaults')).toEqual([
    { to, faults: [{ kind: 'slow', delaySeconds: 5, times: 2 }] },
    { faults: [] },
  ]);
});
