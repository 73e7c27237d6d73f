import { describe, expect, it } from 'vitest';
import { buyUsNumber, control, emulatorForTest, expectRefusal, sdk } from './harness.ts';

const noon = Date.UTC(2026, 10, 22, 12);

describe('POST /_emulator/clock', () => {
  it('moves the clock on for everything, and a reset puts it back', async () => {
    const emulator = await emulatorForTest({ now: () => noon });
    expect(await control(emulator, 'clock', { advanceSeconds: 90 })).toEqual({
      status: 200,
      body: { now: '2026-11-22T12:01:30.000Z' },
    });
    await control(emulator, 'clock', { advanceSeconds: 10 });
    const number = await buyUsNumber(emulator);
    expect(number.dateCreated).toEqual(new Date('2026-11-22T12:01:40Z'));
    const { sid } = await emulator.sendSms({ to: number.phoneNumber, body: 'x' });
    expect((await sdk(emulator).messages(sid).fetch()).dateSent).toEqual(new Date('2026-11-22T12:01:40Z'));
    await control(emulator, 'reset', {});
    expect((await buyUsNumber(emulator)).dateCreated).toEqual(new Date(noon));
    expect(emulator.state().bundles[0]?.createdAt).toBe(noon);
  });

  it.each([
    [{}],
    [{ advanceSeconds: -1 }],
    [{ advanceSeconds: 0.5 }],
    [{ advanceSeconds: '60' }],
    [{ advanceSeconds: null }],
    [{ advanceSeconds: 11 * 366 * 86_400 }],
    [{ advanceSeconds: 1, more: 1 }],
    [[]],
    ['"x"'],
  ])('answers 400/20001 for %j and leaves the clock alone', async (input) => {
    const emulator = await emulatorForTest({ now: () => noon });
    expectRefusal(await control(emulator, 'clock', input), 400, 20001);
    const { body } = await control(emulator, 'clock', { advanceSeconds: 0 });
    expect(body).toEqual({ now: '2026-11-22T12:00:00.000Z' });
  });

  it('can be done in the same process', async () => {
    const emulator = await emulatorForTest({ now: () => noon });
    emulator.advanceClock(3_600);
    expect((await buyUsNumber(emulator)).dateCreated).toEqual(new Date(noon + 3_600_000));
    expect(() => emulator.advanceClock(-1)).toThrow('advanceSeconds: Too small');
  });
});
