import { expect } from 'playwright/test';
import { test } from '../harness/fixtures.ts';
import { ask } from '../harness/ask.ts';
import { lease, onEmulator, owned } from './leasing.ts';

test('with leased numbers quitting asks once, before the window closes: “Cancel” goes on, “Give back” gives back every one while the window says so', async ({
  launch,
  emulator,
  gate: twilio,
}) => {
  twilio.openTo(emulator.baseUrl);
  const desktop = await launch(onEmulator(emulator, { TWILIO_API_BASE_URL: twilio.baseUrl }));
  const { page, windows } = desktop;
  const labels = ['sign-up', 'checkout', 'reset'];
  const leases = await Promise.all(labels.map((label) => lease(page, { label })));
  const numbers = leases.map(({ number }) => number).toSorted();
  expect(owned(emulator).toSorted()).toEqual(numbers);

  await test.step('the box names each, and a second attempt does not ask again', async () => {
    await desktop.quit();
    await desktop.openedBox();
    await desktop.quit();
    const [box, ...others] = await desktop.messageBoxes();
    expect(others).toEqual([]);
    expect(box).toMatchObject({
      message: '3 numbers are still in use.',
      buttons: ['Give back', 'Keep', 'Cancel'],
      checkbox: 'Always do this',
      onWindow: true,
      answer: null,
    });
    for (const { number, label } of leases) expect(box!.detail).toContain(`${number} (${label})`);
  });

  await test.step('“Cancel” goes on in the same window, and remembers nothing', async () => {
    await desktop.answerBox('Cancel', { check: true });
    expect(await ask(page, 'state.get')).toMatchObject({ value: { settings: { onQuit: 'ask' } } });
    await expect.poll(windows).toMatchObject([{ visible: true, focused: true }]);
    expect(owned(emulator).toSorted()).toEqual(numbers);
  });

  await test.step('closing the window asks as well, and after “Cancel” it is still there', async () => {
    // On macOS an app goes on without a window.
    if (process.platform === 'darwin') return;
    await desktop.closeWindow();
    await desktop.openedBox();
    await desktop.answerBox('Cancel');
    await expect.poll(windows).toMatchObject([{ visible: true }]);
    const state = await ask(page, 'state.get');
    expect(state.ok && state.value.leases.map((one) => one.state)).toEqual(['active', 'active', 'active']);
  });

  await test.step('“Give back” shows how far that is, and ends when all are given back', async () => {
    await desktop.quit();
    await desktop.openedBox();
    twilio.shut();
    await desktop.answerBox('Give back');
    await expect(page.getByRole('heading', { name: 'Giving numbers back…' })).toBeVisible();
    await expect(page.getByText(/^3 numbers are left/)).toBeVisible();
    expect(owned(emulator).toSorted()).toEqual(numbers);
    twilio.openTo(emulator.baseUrl);
    expect(await desktop.exited).toBe(0);
    expect(owned(emulator)).toEqual([]);
  });
});
