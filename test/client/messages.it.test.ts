import { describe, expect } from 'vitest';
import { OtpDock } from '../../electron/client/client.ts';
import { sdk } from '../emulator/harness.ts';
import { hostForTest, it as base } from '../headless/harness.ts';

const [alice, bob] = ['+919812345678', '+14155550188'];
const variables = { TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '', OTP_DOCK_CAPTURE_PORT: '0' };

const it = base
  .extend('own', () => hostForTest({ variables, options: { emulated: 'capture' } }))
  .extend('dock', ({ own }) => new OtpDock({ dataDir: own.dataDir }))
  .extend('send', ({ host }) => {
    const { messages } = sdk(host.ready.capture!);
    return (to: string) => messages.create({ to, from: 'Lumora', body: 'Your code is 482913' });
  });

describe('the messages of a script', () => {
  it('are those to one number, and are deleted alone or all at once', async ({ dock, send }) => {
    for (const to of [alice, bob, alice]) await send(to);
    expect(await dock.messages({ to: alice })).toMatchObject([{ to: alice }, { to: alice }]);
    expect(await dock.messages({ to: alice, limit: 1 })).toHaveLength(1);
    expect(await dock.clearMessages({ to: bob })).toBe(1);
    expect(await dock.messages()).toHaveLength(2);
    expect(await dock.clearMessages()).toBe(2);
    expect(await dock.messages()).toEqual([]);
    const waiting = dock.code({ to: alice });
    await send(alice);
    expect((await waiting).code).toBe('482913');
  });

  it('stay where a number is missing, or is none', async ({ dock, send }) => {
    await send(alice);
    const forgotten = { to: undefined } as unknown as { to: string };
    for (const which of [forgotten, { to: '' }, { to: 'alice' }])
      await expect(dock.clearMessages(which)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await dock.messages()).toHaveLength(1);
  });
});
