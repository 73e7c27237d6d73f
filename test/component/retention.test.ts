import { page } from 'vitest/browser';
import { exampleState } from '../fakes/appState.ts';
import { inputs, press } from './support/actions.ts';
import { expect, test } from './support/app.ts';

test('how long messages are kept is checked, saved, and emptied to keep all', async ({ open }) => {
  const host = open(exampleState(), 'settings/data');
  const field = page.getByRole('textbox', { name: 'Delete messages after' });
  const enter = async (text: string) => {
    await field.fill(text);
    await press('Enter', field);
  };
  await enter('0');
  await expect.element(page.getByText('A whole number of days from 1 to 3650')).toBeVisible();
  await enter('30');
  await expect.poll(() => inputs(host, 'settings.update')).toEqual([{ retentionDays: 30 }]);
  await enter('');
  await expect.poll(() => inputs(host, 'settings.update')).toContainEqual({ retentionDays: null });
});

test('what the environment says of it is told, not asked for', async ({ open }) => {
  open(exampleState({ fixed: { ...exampleState().fixed, retentionDays: 30 } }), 'settings/data');
  await expect.element(page.getByText('Messages are deleted after 30 days')).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Delete messages after' })).not.toBeInTheDocument();
});
