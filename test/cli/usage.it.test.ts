import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { freePort, serverForTest, tempFolder } from '../adapters/harness.ts';
import { cli, start } from './harness.ts';

describe('the command line', () => {
  it('lists its commands', async () => {
    const { status, stdout } = await cli(['--help']);
    expect(status).toBe(0);
    for (const command of [
      'check',
      'lease',
      'wait',
      'release',
      'numbers',
      'messages',
      'money',
      'ledger',
      'parse',
      'serve',
      'emulator',
    ])
      expect(stdout).toContain(command);
  });

  it('says its version', async () => {
    expect(await cli(['--version'])).toEqual({ status: 0, stdout: `${packageJson.version}\n`, stderr: '' });
  });

  it.each([
    [[]],
    [['nonsense']],
    [['wait']],
    [['lease', '--nonsense']],
    [['lease', '--ttl', 'soon']],
    [['lease', '--ttl', '0']],
    [['lease', '--type', 'satellite']],
    [['lease', '--country', 'Atlantis']],
    [['lease', '--policy', 'forever']],
    [['lease', '--area-code', '12']],
    [['lease', '--contains', '<script>']],
    [['lease', '--locality', 'x']],
    [['lease', '--capabilities', 'fax']],
    [['lease', '--service', '']],
    [['release']],
    [['release', '+14155550100', '--all']],
    [['ledger', '--limit', '1001']],
    [['serve', '--on-quit', 'ask']],
    [['check', '--country', 'x']],
    [['messages', '--limit', '0']],
    [['wait', '+1', '--timeout', '-5']],
    [['wait', '+1', '--timeout', '9999']],
    [['emulator', '--port', '99999']],
    [['numbers', 'too', 'many']],
  ])('called as %j says what is wrong and ends with 2', async (args) => {
    const { status, stdout, stderr } = await cli(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/error|Usage|❌ Name one/);
  });
});

describe('where no host is running', () => {
  it.each([
    [['lease']],
    [['wait', '+919000012345']],
    [['release', 'x']],
    [['release', '--all']],
    [['numbers']],
    [['money']],
    [['ledger', '--csv']],
    [['messages']],
    [['messages', '--follow']],
  ])('%j says so and ends with 1', async (args) => {
    const { status, stdout, stderr } = await cli(args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(
      /^❌ No OTP Dock host is running with this data folder\.\n {3}Start one with "npm run serve"/,
    );
  });

  it('the error is JSON where that is asked for', async () => {
    const { status, stdout, stderr } = await cli(['numbers', '--json']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'NOT_FOUND', retryable: false, twilio: null } });
  });

  it.each([
    ['nobody listens any more', async () => `http://127.0.0.1:${await freePort()}`],
    [
      'another program listens',
      () => serverForTest((_request, response) => void response.writeHead(404).end('<html>')),
    ],
    [
      'another program answers JSON',
      () => serverForTest((_request, response) => void response.writeHead(500).end('{"error":"no"}')),
    ],
  ])('although a crash left its traces (%s), the same is said', async (_what, api) => {
    const cwd = tempFolder();
    mkdirSync(join(cwd, 'data'));
    writeFileSync(join(cwd, 'data', 'host.json'), JSON.stringify({ api: await api(), pid: 1 }));
    writeFileSync(join(cwd, 'data', 'api-token'), 'x'.repeat(43), { mode: 0o600 });
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
    const { status, stderr } = await cli(['check'], {
      variables: { TWILIO_ACCOUNT_SID: 'my-5ecret', TWILIO_AUTH_TOKEN: 'x'.repeat(32) },
    });
    expect(status).toBe(1);
    expect(stderr).toContain('TWILIO_ACCOUNT_SID');
    expect(stderr).not.toContain('5ecret');
  });

  it('with an .env that is no file says so', async () => {
    const cwd = tempFolder();
    mkdirSync(join(cwd, '.env'));
    const { status, stderr } = await cli(['parse'], { cwd });
    expect(status).toBe(1);
    expect(stderr).toContain('.env could not be read');
  });

  it('with a data folder that is none says so', async () => {
    const cwd = tempFolder();
    writeFileSync(join(cwd, 'data'), 'a file');
    const { status, stdout, stderr } = await cli(['serve'], { cwd });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('is no folder');
    expect(stderr).toContain('OTP_DOCK_DATA_DIR');
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
    const { status, stdout, stderr } = await cli(['emulator', '--port', port]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(`❌ Port ${port} is in use`);
  });
});
