import { afterEach, describe, expect, vi } from 'vitest';
import { OtpDock } from '../../electron/client/client.ts';
import { phoneFixtures } from '../../electron/client/playwright.ts';
import { otpDockTasks } from '../../electron/client/cypress.ts';
import { hostForTest, it as base } from '../headless/harness.ts';

const made = { TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '', OTP_DOCK_CAPTURE_PORT: '0' };
const us = { country: 'US', type: 'local' } as const;

/** Each test may have a host that captures, and a client of that and of one with real numbers. */
const it = base
  .extend('capturing', () => hostForTest({ variables: made, options: { emulated: 'capture' } }))
  .extend('captured', ({ capturing }) => new OtpDock({ dataDir: capturing.dataDir }))
  .extend('real', ({ own }) => new OtpDock({ dataDir: own.dataDir }));

afterEach(() => void vi.unstubAllEnvs());

describe('a test that is meant for captured SMS', () => {
  it('gets its number from a host that captures, and from no other: nothing is bought', async ({
    captured,
    real,
    emulator,
  }) => {
    vi.stubEnv('OTP_DOCK_MODE', 'capture');
    expect((await captured.lease(us)).number).toMatch(/^\+1/);
    await expect(real.lease(us)).rejects.toMatchObject({ code: 'WRONG_MODE', retryable: false });
    await expect(real.lease(us)).rejects.toThrow(
      'The numbers here are real, and the test is meant for captured SMS. Set OTP_DOCK_MODE',
    );
    expect(emulator.state()).toMatchObject({ numbers: [], released: [] });
  });

  it('is refused by the demo', async () => {
    const demo = await hostForTest({ options: { emulated: 'demo', samples: false } });
    const tasks = otpDockTasks({ dataDir: demo.dataDir });
    await expect(tasks['otpDock:lease']({ ...us, mode: 'capture' })).rejects.toThrow('The demo runs here');
  });
});

describe('a test that is meant for real numbers', () => {
  it('gets one there, and none that is made up', async ({ captured, real }) => {
    vi.stubEnv('OTP_DOCK_MODE', 'real');
    expect((await real.lease(us)).state.monthlyPrice).not.toBeNull();
    await expect(captured.lease(us)).rejects.toThrow('SMS are captured here, and the test is meant for real numbers.');
  });
});

describe('the app under test', () => {
  it('is told where to send what is captured, and nothing where the numbers are real', async ({
    capturing,
    captured,
    real,
  }) => {
    const { capture: carrier } = await captured.connected();
    expect(carrier).toEqual(capturing.host.ready.capture);
    expect(await otpDockTasks({ dataDir: capturing.dataDir })['otpDock:capture']()).toEqual(carrier);
    expect((await real.connected()).capture).toBeNull();
  });

  it('is told by the fixture of Playwright, which does not wait for an OTP Dock that is not there', async ({
    capturing,
  }) => {
    const [otpDock] = phoneFixtures.otpDock as unknown as [(...given: unknown[]) => Promise<void>];
    const seen: unknown[] = [];
    for (const otpDockOptions of [{ dataDir: capturing.dataDir }, { url: 'http://127.0.0.1:9', token: 'x' }])
      await otpDock({ otpDockOptions }, ({ capture }: OtpDock) => void seen.push(capture));
    expect(seen).toEqual([capturing.host.ready.capture, null]);
  });

  it('is not started to send to Twilio when the fixture does not find the OTP Dock that is meant', async ({ own }) => {
    vi.stubEnv('OTP_DOCK_MODE', 'capture');
    const [otpDock] = phoneFixtures.otpDock as unknown as [(...given: unknown[]) => Promise<void>];
    const docks: OtpDock[] = [];
    for (const otpDockOptions of [{ dataDir: own.dataDir }, { url: 'http://127.0.0.1:9', token: 'x' }])
      await otpDock({ otpDockOptions }, (dock: OtpDock) => void docks.push(dock));
    expect(() => docks[0]?.capture).toThrow('No SMS are captured here');
    expect(() => docks[1]?.capture).toThrow(/\w/);
  });

  it('is not told the token of a real account', async ({ emulator }) => {
    const options = { emulated: 'capture' } as const;
    const own = await hostForTest({ emulator, variables: { OTP_DOCK_CAPTURE_PORT: '0' }, options });
    const { accountSid } = emulator;
    expect((await new OtpDock({ dataDir: own.dataDir }).connected()).capture).toMatchObject({
      accountSid,
      authToken: null,
    });
  });

  it.for([
    ['capture', 'No SMS are captured here'],
    ['real', 'SMS are captured here'],
  ] as const)('is told nothing by an OTP Dock in the other mode than %s', async ([mode, said], { captured, real }) => {
    vi.stubEnv('OTP_DOCK_MODE', mode);
    const asking = (mode === 'real' ? captured : real).connected();
    await expect(asking).rejects.toMatchObject({ code: 'WRONG_MODE', message: expect.stringMatching(said) });
  });
});

describe('OTP_DOCK_MODE', () => {
  it('left empty takes whatever there is', async ({ captured, real }) => {
    vi.stubEnv('OTP_DOCK_MODE', ' ');
    for (const dock of [captured, real]) expect((await dock.lease(us)).number).toMatch(/^\+1/);
  });

  it('that says neither is an error', async ({ captured }) => {
    vi.stubEnv('OTP_DOCK_MODE', 'captured');
    await expect(captured.lease(us)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
