import { readFileSync } from 'node:fs';
import { expect } from 'playwright/test';
import { ask as askHost, openHost } from '../../../electron/cli/host.ts';
import { ask } from '../harness/ask.ts';
import { test } from '../harness/fixtures.ts';
import { onEmulator } from './leasing.ts';
import { english } from '../../../electron/contract/words/english.ts';

test('scripts and the command line reach the app while its API is switched on', async ({ launch, emulator }) => {
  const { page, dataDir } = await launch(onEmulator(emulator, { OTP_DOCK_API_PORT: '0' }));
  expect(() => openHost(dataDir, {})).toThrow('No OTP Dock runs');
  await page.getByRole('link', { name: 'Settings' }).click();
  const section = page.getByRole('region', { name: 'Automation API' });
  await section.getByRole('switch', { name: 'Serve the automation API' }).press('Space');
  await expect(section.getByText(/^http:\/\/127\.0\.0\.1:\d+$/)).toBeVisible();
  expect(await askHost(openHost(dataDir, {}), 'GET', '/v1/health')).toMatchObject({ status: 'ok' });

  const state = await ask(page, 'state.get');
  if (!state.ok) throw new Error(english(state.error.message));
  const token = readFileSync(state.value.api.tokenFile, 'utf8').trim();
  expect(JSON.stringify(state), 'the token never reaches the page').not.toContain(token);

  await section.getByRole('switch', { name: 'Serve the automation API' }).press('Space');
  await expect(section.getByText('off', { exact: true })).toBeVisible();
  await expect(fetch(state.value.api.url!)).rejects.toThrow();
});
