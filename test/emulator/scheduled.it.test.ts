import { describe, expect } from 'vitest';
import { alice, it, service } from './carrier.ts';
import { control, emulatorForTest, expectRejection, sdk } from './harness.ts';

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const wish = (minutes: number) => ({
  to: alice,
  body: 'x',
  messagingServiceSid: service,
  scheduleType: 'fixed' as const,
  sendAt: inMinutes(minutes),
});

describe('a scheduled message', () => {
  it('is captured when it is due', async ({ emulator, captured, client: { messages } }) => {
    const { sid, ...sent } = await messages.create(wish(10));
    expect(sent).toMatchObject({ status: 'scheduled', dateSent: null });
    emulator.advanceClock(599 - 5);
    expect(captured).toEqual([]);
    await expectRejection(messages(sid).remove(), 409, 20009);
    await control(emulator, 'clock', { advanceSeconds: 10 });
    expect(captured).toMatchObject([{ sid, service: { sid: service, name: null } }]);
    expect(await messages(sid).fetch()).toMatchObject({ status: 'delivered' });
  });

  it('can be canceled until then', async ({ emulator, captured, client: { messages } }) => {
    const { sid } = await messages.create(wish(10));
    expect(await messages(sid).update({ status: 'canceled' })).toMatchObject({ status: 'canceled' });
    emulator.advanceClock(86_400);
    expect(captured).toEqual([]);
    await expectRejection(messages(sid).update({ status: 'canceled' }), 400, 30409);
    expect(await messages(sid).remove()).toBe(true);
  });

  it('is undelivered when it cannot be captured', async () => {
    const emulator = await emulatorForTest({ capture: () => Promise.reject(new Error('no')) });
    const { messages } = sdk(emulator);
    const { sid } = await messages.create(wish(10));
    emulator.advanceClock(600);
    await expect.poll(async () => (await messages(sid).fetch()).errorCode).toBe(30008);
    expect(await messages(sid).fetch()).toMatchObject({ status: 'undelivered' });
  });
});
