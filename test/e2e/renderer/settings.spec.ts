import { exampleState } from '../../fakes/appState.ts';
import { expect, test } from '../support/rendererTest.ts';

test('a field is checked on blur, saves itself and says so', async ({ page, open }) => {
  const host = await open(exampleState(), 'settings');
  const field = page.getByRole('textbox', { name: 'Public URL' });
  await field.fill('example.com');
  await field.blur();
  await expect(page.getByText('Give the address alone')).toBeVisible();
  expect(await host.inputs('settings.update')).toEqual([]);
  await field.fill('https://example.com');
  await field.blur();
  await expect(page.getByRole('region', { name: 'Reception', exact: true }).getByText('Saved')).toBeVisible();
  expect(await host.inputs('settings.update')).toEqual([{ publicUrl: 'https://example.com' }]);
});

test('a failure to save is shown at the field', async ({ page, open }) => {
  const host = await open(exampleState(), 'settings');
  const error = { code: 'STORAGE_FAILED', message: 'The disk is full.', hint: 'Make room.' } as const;
  await host.answer('settings.update', { ok: false, error: { ...error, retryable: true, twilio: null } });
  await page.getByRole('textbox', { name: 'Default duration (seconds)' }).fill('120');
  await page.getByRole('textbox', { name: 'Default duration (seconds)' }).blur();
  await expect(page.getByText('The disk is full. Make room.')).toBeVisible();
});

test('the ngrok token goes in and never comes out', async ({ page, open }) => {
  const credentials = { source: 'stored', storage: 'file', ngrokToken: 'none' } as const;
  const host = await open(exampleState({ credentials }), 'settings');
  await page.getByLabel('ngrok token').fill('2abcDEFghiJKL');
  await page.getByRole('button', { name: 'Save token' }).click();
  await expect(page.getByText('A token is kept for this run only.')).toBeVisible();
  await expect(page.getByLabel('ngrok token')).toHaveValue('');
  expect(await host.inputs('ngrok.setToken')).toEqual([{ token: '2abcDEFghiJKL', remember: false }]);
});

test('forgetting the credentials asks first', async ({ page, open }) => {
  await open(exampleState(), 'settings');
  await page.getByRole('button', { name: 'Forget and use another account' }).click();
  await page.getByRole('button', { name: 'Forget credentials' }).click();
  await expect(page.getByRole('heading', { name: 'Connect Twilio' })).toBeVisible();
});

test('a notice can be put away', async ({ page, open }) => {
  await open(exampleState({ notices: [{ id: 'n1', message: 'The settings file was put aside.', hint: 'Defaults.' }] }));
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByText('The settings file was put aside.')).toBeHidden();
});
