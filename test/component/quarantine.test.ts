import { page } from 'vitest/browser';
import { exampleState } from '../fakes/appState.ts';
import { inputs, press } from './support/actions.ts';
import { expect, test } from './support/app.ts';

test('the rest between two uses of a number is checked, saved, and emptied for none', async ({ open }) => {
  const host = open(exampleState(), 'settings/kept');
  const field = page.getByRole('textbox', { name: 'Rest between uses' });
  await expect.element(field).toHaveValue('');
  const enter = async (text: string) => {
    await field.fill(text);
    await press('Enter', field);
  };
  await enter('2 h');
  await expect.element(page.getByText('Use 1 s to 1 h, such as 5 min.')).toBeVisible();
  await enter('30 s');
  await expect.poll(() => inputs(host, 'settings.update')).toEqual([{ quarantineSeconds: 30 }]);
  await enter('');
  await expect.poll(() => inputs(host, 'settings.update')).toContainEqual({ quarantineSeconds: 0 });
});

test('the rest that the environment sets is told, not asked for', async ({ open }) => {
  open(exampleState({ fixed: { ...exampleState().fixed, quarantineSeconds: 30 } }), 'settings/kept');
  await expect.element(page.getByText('Rest between uses: 30 s')).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Rest between uses' })).not.toBeInTheDocument();
});
