import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it as base } from 'vitest';
import type { Message } from '../../electron/contract/state.ts';
import { call } from '../emulator/harness.ts';
import { freePort } from '../adapters/harness.ts';
import { hostForTest } from '../headless/harness.ts';
import { codeOf, folder, serviceOf } from './captureExample.ts';
import { start } from './harness.ts';

const run = promisify(execFile);

/** A host that captures, and the environment of an app that is pointed to it. */
const it = base
  .extend('own', () =>
    hostForTest({
      variables: { TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '', OTP_DOCK_CAPTURE_PORT: '0' },
      options: { emulated: 'capture' },
    }),
  )
  .extend('env', ({ own: { host } }) => {
    const { ready, token } = host;
    return {
      PATH: process.env['PATH'],
      SystemRoot: process.env['SystemRoot'],
      TWILIO_API_BASE_URL: ready.capture?.baseUrl,
      TWILIO_ACCOUNT_SID: ready.capture?.accountSid,
      TWILIO_AUTH_TOKEN: ready.capture?.authToken,
      OTP_DOCK_URL: ready.api,
      OTP_DOCK_TOKEN: token,
    };
  });

describe('the example', () => {
  it('sends from a number, a name and a Messaging Service and verifies a number, with Twilio’s SDK as it is', async ({
    env,
  }) => {
    const { stdout } = await run(process.execPath, [join(folder, 'send.js')], { env });
    expect(stdout.trim().split('\n')).toEqual([
      'From a number: 482910',
      'From a name: 482911',
      'From a Messaging Service: 482912',
      'By Verify: approved',
    ]);
  });

  it.skipIf(process.platform === 'win32')('sends by curl, as the guide says', async ({ env, own }) => {
    const { stdout } = await run('bash', ['-e', '-c', codeOf('curl', 'sh')], { env });
    expect(stdout).toMatch(/^HTTP\/1\.1 201 .*^X-Captured-By: OTP Dock\r$/ms);
    const { messages } = await own.get<{ messages: Message[] }>('/v1/messages');
    expect(messages).toMatchObject([{ to: '+919812345678', from: 'Lumora', code: '482913', source: 'capture' }]);
  });
});

describe('what compose.yml runs', () => {
  it('takes what its app sends, says so, and prints nothing else', async () => {
    const [{ command, environment }, port] = [serviceOf('otp-dock'), await freePort()];
    const { process: host, ended } = start(command, {
      variables: { ...environment, OTP_DOCK_CAPTURE_PORT: String(port) },
    });
    const { TWILIO_ACCOUNT_SID: accountSid = '', TWILIO_AUTH_TOKEN: authToken = '' } = serviceOf('app').environment;
    const baseUrl = `http://127.0.0.1:${port}`;
    const form = { To: '+919812345678', From: 'Lumora', Body: '482913 is your code' };
    const send = () => call({ accountSid, authToken, baseUrl }, '{account}/Messages.json', { form });
    await expect.poll(() => send().then(({ status }) => status, String)).toBe(201);
    host.emit('SIGTERM');
    expect(await ended).toEqual({
      status: 0,
      stdout: '',
      stderr: expect.stringMatching(/^Warning: This is not Twilio: .*\nWarning: Other machines .*\n$/),
    });
  });
});
