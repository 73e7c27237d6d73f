import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { testFolder } from '../harness/testFolder.ts';
import { ask } from './fixture.ts';
import { test } from '../harness/fixtures.ts';

test('quitting ends the process cleanly, and the same data opens again', async ({ launch }) => {
  const first = await launch();
  expect(await ask(first.page, 'settings.update', { country: 'GB' })).toMatchObject({ ok: true });
  expect(await first.close()).toBe(0);
  const again = await launch({ dataDir: first.dataDir });
  expect(await ask(again.page, 'state.get')).toMatchObject({ ok: true, value: { settings: { country: 'GB' } } });
});

test('closing the window quits, except on macOS', async ({ launch }) => {
  test.skip(process.platform === 'darwin', 'there an app goes on without a window');
  const { closeWindow, exited } = await launch();
  await closeWindow();
  expect(await exited).toBe(0);
});

test('losing the page quits, too, except on macOS', async ({ launch }) => {
  test.skip(process.platform === 'darwin', 'there an app goes on without a window');
  const { page, exited } = await launch();
  await page.close();
  expect(await exited).toBe(0);
});

test('a second start brings the first window to the front and ends', async ({ launch }) => {
  const { minimize, windows, startSecond } = await launch();
  await minimize();
  await expect.poll(windows).toMatchObject([{ minimized: true }]);
  expect(await startSecond()).toBe(0);
  await expect.poll(windows).toMatchObject([{ minimized: false, visible: true, focused: true }]);
});

test('a settings file that cannot be read is put aside, and the app says so', async ({ launch }) => {
  const dataDir = testFolder('data-');
  writeFileSync(join(dataDir, 'settings.json'), '{"settings": {');
  const { page } = await launch({ dataDir });
  const answer = await ask(page, 'state.get');
  expect(answer).toMatchObject({ ok: true, value: { notices: [{ id: 'settings-recovered' }] } });
  expect(readdirSync(dataDir).filter((name) => name.startsWith('settings.unreadable-'))).toHaveLength(1);
});

test('an environment that makes no sense is said in words, and the app ends', async ({ launch }) => {
  const starting = launch({ env: { PORT: 'many' } });
  await expect(starting).rejects.toThrow(/PORT/);
});
