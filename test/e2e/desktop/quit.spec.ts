import { expect } from 'playwright/test';
import { ask } from './fixture.ts';
import { test } from '../harness/fixtures.ts';
import { asked, lease, onEmulator, owned } from './leasing.ts';

test('quitting with leased numbers asks once; “Give back” gives back every one before the process ends', async ({
  launch,
  emulator,
}) => {
  const desktop = await launch(onEmulator(emulator));
  const labels = ['sign-up', 'checkout', 'reset'];
  const leases = await Promise.all(labels.map((label) => lease(desktop.page, { label })));
  expect(owned(emulator).toSorted()).toEqual(leases.map(({ number }) => number).toSorted());
  await desktop.quit();
  await asked(desktop);
  await desktop.quit();
  const [box, ...others] = await desktop.messageBoxes();
  expect(others).toEqual([]);
  expect(box).toMatchObject({
    message: '3 numbers are still leased.',
    buttons: ['Give back', 'Keep', 'Cancel'],
    checkbox: 'Do this each time',
    onWindow: true,
  });
  for (const { number, label } of leases) expect(box!.detail).toContain(`${number} (${label})`);
  await desktop.answerBox('Give back');
  expect(await desktop.exited).toBe(0);
  expect(owned(emulator)).toEqual([]);
});

test('“Keep” leaves the number leased, and is remembered if it is to be done each time', async ({
  launch,
  emulator,
}) => {
  const first = await launch(onEmulator(emulator));
  const { id, number } = await lease(first.page);
  await first.quit();
  await asked(first);
  await first.answerBox('Keep', { check: true });
  expect(await first.exited).toBe(0);
  expect(owned(emulator)).toEqual([number]);

  const again = await launch({ ...onEmulator(emulator), dataDir: first.dataDir });
  const state = await ask(again.page, 'state.get');
  expect(state).toMatchObject({
    ok: true,
    value: { settings: { onQuit: 'keep' }, leases: [{ id, number, state: 'active' }] },
  });
  await again.quit();
  expect(await again.exited, 'not asked any more').toBe(0);
  expect(owned(emulator)).toEqual([number]);
});

test('“Cancel” goes on in the same window, and the next attempt asks again', async ({ launch, emulator }) => {
  const desktop = await launch(onEmulator(emulator));
  const { number } = await lease(desktop.page);
  await desktop.quit();
  await asked(desktop);
  await desktop.answerBox('Cancel', { check: true });
  expect(await ask(desktop.page, 'state.get')).toMatchObject({ value: { settings: { onQuit: 'ask' } } });
  expect(await desktop.windows()).toMatchObject([{ visible: true, focused: true }]);
  expect(owned(emulator)).toEqual([number]);
  await desktop.quit();
  await expect.poll(desktop.messageBoxes).toMatchObject([{ answer: 'Cancel' }, { answer: null }]);
});

test('the question comes before the window closes, so that after “Cancel” it is still there', async ({
  launch,
  emulator,
}) => {
  test.skip(process.platform === 'darwin', 'there an app goes on without a window');
  const desktop = await launch(onEmulator(emulator));
  const { number } = await lease(desktop.page);
  await desktop.closeWindow();
  await asked(desktop);
  await desktop.answerBox('Cancel');
  await expect.poll(desktop.windows).toMatchObject([{ visible: true }]);
  expect(await ask(desktop.page, 'state.get')).toMatchObject({ value: { leases: [{ number, state: 'active' }] } });
  await desktop.closeWindow();
  await expect.poll(desktop.messageBoxes).toMatchObject([{ answer: 'Cancel' }, { answer: null }]);
  await desktop.answerBox('Give back');
  expect(await desktop.exited).toBe(0);
  expect(owned(emulator)).toEqual([]);
});

test('once “Give their numbers back” is set, quitting does so without a question', async ({ launch, emulator }) => {
  const { page, quit, exited } = await launch(onEmulator(emulator));
  await ask(page, 'settings.update', { onQuit: 'release' });
  await lease(page);
  await quit();
  expect(await exited).toBe(0);
  expect(owned(emulator)).toEqual([]);
});

test('a system that shuts down is not held up, not even by a question that is open', async ({ launch, emulator }) => {
  const desktop = await launch(onEmulator(emulator));
  const { number } = await lease(desktop.page);
  await desktop.quit();
  await asked(desktop);
  await desktop.shutDown();
  expect(await desktop.exited).toBe(0);
  expect(owned(emulator)).toEqual([number]);
});

test('in the demo nothing is asked: its numbers end with the app', async ({ launch }) => {
  const { page, quit, exited } = await launch({ args: ['--demo'] });
  await expect
    .poll(() => ask(page, 'state.get'))
    .toMatchObject({ value: { demo: true, leases: [{ state: 'active' }] } });
  await quit();
  expect(await exited).toBe(0);
});
