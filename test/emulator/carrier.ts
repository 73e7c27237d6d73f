import type { CapturedMessage } from '../../electron/emulator/carrier/captured.ts';
import { emulatorForTest, it as base, sdk } from './harness.ts';

export const [alice, bob, shop] = ['+447400123456', '+12025550123', '+14155550188'];
export const service = `MG${'5'.repeat(32)}`;

/** Each test may have an emulator that captures whatever the account sends, and what that was. */
export const it = base
  .extend('captured', () => [] as CapturedMessage[])
  .extend('emulator', ({ captured }) => emulatorForTest({ capture: (message) => void captured.push(message) }))
  .extend('client', ({ emulator }) => sdk(emulator))
  /** A message that says something, from a shop to Alice unless told otherwise. */
  .extend(
    'send',
    ({ client: { messages } }) =>
      (wish: Partial<Parameters<typeof messages.create>[0]> = {}) =>
        messages.create({ to: alice, from: shop, body: 'Your code is 246810', ...wish }),
  );
