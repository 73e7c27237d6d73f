import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { freePort, serverForTest, tempFolder } from '../adapters/harness.ts';
import { cli, expectFailed, folderOfHost, start } from './harness.ts';
import wrongUsage from './wrongUsage.json' with { type: 'json' };

describe('the command line', () => {
  it('lists its commands, and says its version', async () => {
    const { status, stdout } = await cli(['--help']);
    expect(status).toBe(0);
    const commands = 'check lease wait release numbers messages money ledger parse serve emulator'.split(' ');
    for (const command of commands) expect(stdout).toContain(command);
    expect(await cli(['--version'])).toEqual({ status: 0, stdout: `${packageJson.version}\n`, stderr: '' });
  });

  it.each(wrongUsage.map((args) => [args]))('called as %j says what is wrong and ends with 2', async (args) => {
    expectFailed(await cli(args), /error|Usage|❌ Name one/, 2);
  });
});

describe('OTP_DOCK_MODE', () => {
  const called = (command: string, mode: string) => cli(command.split(' '), { variables: { OTP_DOCK_MODE: mode } });

  it.each([
    ['capture', 'serve --demo'],
    ['real', 'serve --demo'],
    ['real', 'serve --capture'],
    ['capture', 'check --buy'],
  ])('of %s and “%s” contradict each other', async (mode, command) => {
    expectFailed(await called(command, mode), new RegExp(`^❌ OTP_DOCK_MODE is ${mode}, `), 2);
  });

  it('of another value is an error', async () => {
    expectFailed(
      await called('serve', 'production'),
      /^❌ The environment variable OTP_DOCK_MODE is not valid\..*"capture"\|"real"/,
    );
  });
});

describe('where no host is running', () => {
  it.each([
    'lease',
    'wait +919000012345',
    'release x',
    'release --all',
    'numbers',
    'money',
    'ledger --csv',
    'messages',
    'messages --follow',
  ])('“%s” says so and ends with 1', async (command) => {
    const noHost = /^❌ No OTP Dock host is running with this data folder\.\n {3}Start one with "npm run serve"/;
    expectFailed(await cli(command.split(' ')), noHost);
  });

  it('the error is JSON where that is asked for', async () => {
    const { stderr } = await cli(['numbers', '--json']);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'NOT_FOUND', retryable: false, twilio: null } });
  });

  it.each([
    ['nobody listens any more', async () => `http://127.0.0.1:${await freePort()}`],
    ['another program listens', () => serverForTest((_request, response) => response.writeHead(404).end('<html>'))],
    [
      'another program answers JSON',
      () => serverForTest((_request, response) => response.writeHead(500).end('{"error":"no"}')),
    ],
  ])('although a crash left its traces (%s), the same is said', async (_what, api) => {
    const cwd = folderOfHost(await api(), 1);
    for (const args of [['numbers'], ['messages', '--follow']]) {
      const { status, stderr } = await cli(args, { cwd });
      expect(status).toBe(1);
      expect(stderr).toMatch(/^❌ (No OTP Dock host is running|The host has ended)/);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });
});

describe('the environment', () => {
  it('that is wrong is named, without its value', async () => {
    const variables = { TWILIO_ACCOUNT_SID: 'my-5ecret', TWILIO_AUTH_TOKEN: 'x'.repeat(32) };
    const { status, stderr } = await cli(['check'], { variables });
    expect(status).toBe(1);
    expect(stderr).toContain('TWILIO_ACCOUNT_SID');
    expect(stderr).not.toContain('5ecret');
  });

  it('with an .env that is no file, or a data folder that is none, says so', async () => {
    const cwd = tempFolder();
    writeFileSync(join(cwd, 'data'), 'a file');
    expectFailed(await cli(['serve'], { cwd }), /is not a folder[^]*OTP_DOCK_DATA_DIR/);
    mkdirSync(join(cwd, '.env'));
    expectFailed(await cli(['parse'], { cwd }), '.env could not be read');
  });

  it('whose OTP_DOCK_URL is elsewhere sends no token there in the clear, and never the one in the data folder', async () => {
    const variables = { OTP_DOCK_URL: 'http://example.com', OTP_DOCK_TOKEN: 'x'.repeat(43) };
    const refused = await cli(['numbers'], { variables });
    expectFailed(refused, 'The URL of OTP Dock is neither the address of a host on this machine nor one with https');
    const cwd = tempFolder();
    mkdirSync(join(cwd, 'data'), { mode: 0o700 });
    writeFileSync(join(cwd, 'data', 'api-token'), 'x'.repeat(43), { mode: 0o600 });
    expectFailed(await cli(['numbers'], { cwd, variables: { OTP_DOCK_URL: 'https://example.com' } }), 'OTP_DOCK_TOKEN');
  });
});

describe('the emulator', () => {
  it('says in one line where it is, answers, and ends cleanly', async () => {
    const { process, ended } = start(['emulator', '--port', '0']);
    const ready = JSON.parse(await process.stdout.line(0)) as Record<string, string>;
    expect(ready).toEqual({
      ready: true,
      baseUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      accountSid: expect.stringMatching(/^AC\w{32}$/),
      authToken: expect.stringMatching(/^\w{32}$/),
    });
    expect((await fetch(`${ready['baseUrl']}/_emulator/state`)).status).toBe(200);
    process.emit('SIGTERM');
    expect(await ended).toMatchObject({ status: 0, stderr: '' });
  });

  it('at a port that is taken says which, and ends with 1', async () => {
    const port = new URL(await serverForTest(() => undefined)).port;
    expectFailed(await cli(['emulator', '--port', port]), `❌ Port ${port} is in use`);
  });
});
