import { describe, expect } from 'vitest';
import type { ReadyLine } from '../../electron/headless/host.ts';
import { call as callCarrier } from '../emulator/harness.ts';
import { hostForTest, it, type TestHost } from './harness.ts';

const variables = { TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '', OTP_DOCK_CAPTURE_PORT: '0' };

function hostThatCaptures(OTP_DOCK_CAPTURE_HOST: string): Promise<TestHost> {
  return hostForTest({ variables: { ...variables, OTP_DOCK_CAPTURE_HOST }, options: { emulated: 'capture' } });
}

function captureOf({ capture }: ReadyLine): NonNullable<ReadyLine['capture']> {
  if (!capture) throw new Error('It does not capture.');
  return capture;
}

const warnings = ({ log }: TestHost) => log.filter((line) => line.startsWith('warn '));

describe('an app that was pointed to capturing by mistake', () => {
  it('is told on start and in every answer that this is not Twilio', async () => {
    const own = await hostThatCaptures('');
    const capture = captureOf(own.host.ready);
    expect(warnings(own)).toEqual([
      `warn This is not Twilio: SMS sent to ${capture.baseUrl} are captured here and reach no phone.`,
    ]);
    for (const authToken of [capture.authToken, 'of-another-account']) {
      const { headers } = await callCarrier({ ...capture, authToken }, '{account}/Messages.json');
      expect(headers.get('x-captured-by')).toBe('OTP Dock');
    }
  });
});

describe('capturing for containers', () => {
  it('says that others can reach it, stays at hand on this machine, and leaves the API on loopback', async () => {
    const own = await hostThatCaptures('0.0.0.0');
    const { host } = own;
    const { baseUrl } = captureOf(host.ready);
    const { port } = new URL(baseUrl);
    expect(warnings(own)).toEqual([
      expect.stringContaining(`SMS sent to ${baseUrl} are captured`),
      `warn Other machines and containers can reach it, too: it listens on 0.0.0.0, port ${port}.`,
    ]);
    expect(baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect(host.app.state().capture).toMatchObject({ baseUrl });
    expect([host.ready.api, host.ready.webhook].map((url) => new URL(url).hostname)).toEqual([
      '127.0.0.1',
      '127.0.0.1',
    ]);
  });

  it('does not begin on an address that is none of this machine’s, and says so', async () => {
    await expect(hostThatCaptures('203.0.113.1')).rejects.toMatchObject({
      failure: {
        code: 'INVALID_INPUT',
        message: expect.toSay('203.0.113.1'),
        hint: expect.toSay('OTP_DOCK_CAPTURE_HOST'),
      },
    });
  });
});
