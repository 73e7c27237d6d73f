import { expect } from 'playwright/test';
import { test } from '../harness/fixtures.ts';
import { ask } from '../harness/ask.ts';
import { lease, onEmulator, owned, sendCode } from './leasing.ts';

test('while the computer sleeps Twilio is not asked, what came is there when it wakes up, and its shutdown waits for no answer', async ({
  launch,
  emulator,
}) => {
  const desktop = await launch(onEmulator(emulator));
  const { page, power } = desktop;
  const { number } = await lease(page, { label: 'sign-up' });
  const card = page.getByRole('article', { name: 'sign-up' });
  const polling = async () => {
    const state = await ask(page, 'state.get');
    return state.ok && state.value.polling;
  };

  await test.step('asleep and awake', async () => {
    await expect.poll(polling).toBe(true);
    await power('suspend');
    await expect.poll(polling).toBe(false);
    await sendCode(emulator, number, '482913');
    await expect(card.getByText('Waiting for an SMS')).toBeVisible();
    await power('resume');
    await expect(card.getByTestId('code')).toHaveText('482913');
  });

  await test.step('on battery and off it', async () => {
    await power('on-battery');
    await sendCode(emulator, number, '111222');
    await expect(card.getByTestId('code')).toHaveText('111222');
    await power('on-ac');
    expect(await polling()).toBe(true);
  });

  await test.step('a system that shuts down is not held up, not even by a question that is open', async () => {
    await desktop.quit();
    await desktop.openedBox();
    await desktop.shutDown();
    expect(await desktop.exited).toBe(0);
    expect(owned(emulator)).toEqual([number]);
  });
});
