import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Lease, OwnedNumber } from '../../electron/contract/state.ts';
import { emulatorForTest, freePort } from '../adapters/harness.ts';
import { ManualClock } from '../fakes/manualClock.ts';
import { hastyClock } from '../headless/harness.ts';
import { cli, credentialsOf, hostWithAccount, serveForTest, start, tokenOf } from './harness.ts';
import { buildOnce, buildTimeout } from './processes.ts';

beforeAll(buildOnce, buildTimeout);

const forAWhile = ['lease', '--country', 'US', '--type', 'local', '--ttl', '600'];

describe('serve', () => {
  it('keeps a leased number when it ends, and its lease goes on after a restart', async () => {
    const { emulator, cli, end, again, ready } = await hostWithAccount();
    const lease = JSON.parse((await cli([...forAWhile, '--json'])).stdout) as Lease;
    const hostFile = join(dirname(ready.tokenFile), 'host.json');
    expect(existsSync(hostFile)).toBe(true);
    expect(await end()).toBe(0);
    expect(existsSync(hostFile)).toBe(false);
    const next = await again();
    const { numbers } = JSON.parse((await cli(['numbers', '--json'])).stdout) as { numbers: OwnedNumber[] };
    expect(numbers).toMatchObject([{ number: lease.number, leaseId: lease.id, state: 'active' }]);
    await emulator.sendSms({ to: lease.number ?? '', body: 'Your code is 482913' });
    expect((await cli(['wait', lease.id])).stdout).toBe('482913\n');
    expect((await cli(['release', lease.id])).status).toBe(0);
    expect(await next.end()).toBe(0);
  });

  it('--on-quit release gives the leased numbers back before it ends', async () => {
    const emulator = await emulatorForTest();
    const { cli, end } = await serveForTest({ variables: credentialsOf(emulator) }, ['--on-quit', 'release']);
    for (const policy of ['release', 'release', 'keep'])
      expect((await cli([...forAWhile, '--fresh', '--policy', policy])).status).toBe(0);
    const kept = emulator.state().numbers[2]?.phoneNumber;
    expect(await end()).toBe(0);
    expect(emulator.state().numbers.map(({ phoneNumber }) => phoneNumber)).toEqual([kept]);
  });

  it('gives its numbers back at the end by the environment alone', async () => {
    const emulator = await emulatorForTest();
    const { cli, end } = await serveForTest({
      variables: { ...credentialsOf(emulator), OTP_DOCK_ON_QUIT: 'release' },
    });
    expect((await cli(forAWhile)).status).toBe(0);
    expect(await end()).toBe(0);
    expect(emulator.state().numbers).toEqual([]);
  });

  it('ends within the ten seconds that a container has, though Twilio takes nothing back', async () => {
    const [emulator, clock] = [await emulatorForTest(), new ManualClock(Date.now())];
    const { cli, process, ended } = await serveForTest({ variables: credentialsOf(emulator), clock }, [
      '--on-quit',
      'release',
    ]);
    expect((await cli(forAWhile)).status).toBe(0);
    emulator.setFaults({ serverErrors: 1_000 });
    process.emit('SIGTERM');
    await expect.poll(() => emulator.state().requests.some(({ method }) => method === 'DELETE')).toBe(true);
    await clock.advance(9_999);
    expect(await ended).toMatchObject({ status: 0 });
  });

  it('serves the user interface, which carries no secret', async () => {
    const { ready } = await serveForTest();
    const response = await fetch(ready.api);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'/);
    expect(response.headers.get('content-type')).toMatch(/text\/html/);
    expect(await response.text()).not.toContain(tokenOf(ready));
    expect((await fetch(`${ready.api}/..%2fpackage.json`)).status).toBe(404);
  });

  it('can be seen to be ready without a token, from its own machine alone, and says no more than that', async () => {
    const { ready } = await serveForTest();
    const response = await fetch(`${ready.api}/health`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
    const strange = await fetch(`${ready.api}/health`, { headers: { origin: 'https://evil.example' } });
    expect(strange.status).toBe(403);
  });

  it('tells a person where everything is, and how to end it', async () => {
    const { process } = start(['serve']);
    expect(await process.stdout.line(0)).toMatch(/^OTP Dock is at {7}http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/);
    expect(process.stdout.lines.at(-1)).toBe('Ctrl+C ends it.');
  });

  it('tells a person on stdout that the account works and where its webhooks arrive', async () => {
    const [emulator, port] = [await emulatorForTest(), await freePort()];
    const { process, ended } = start(['serve'], { variables: { ...credentialsOf(emulator), PORT: String(port) } });
    await expect
      .poll(() => process.stdout.lines)
      .toEqual(
        expect.arrayContaining([
          'Ctrl+C ends it.',
          '✅ Twilio integration enabled',
          `📱 Twilio webhooks available at http://localhost:${port}/webhook`,
        ]),
      );
    process.emit('SIGINT');
    const { status, stderr } = await ended;
    expect(status).toBe(0);
    expect(stderr).not.toContain('Twilio integration enabled');
  });

  it('tells no such thing with a token that Twilio refuses, but that it does', async () => {
    const emulator = await emulatorForTest();
    const { process } = start(['serve'], {
      variables: { ...credentialsOf(emulator), TWILIO_AUTH_TOKEN: 'f'.repeat(32) },
    });
    await expect.poll(() => process.stdout.lines).toContain('Ctrl+C ends it.');
    await expect.poll(() => process.stderr.text).toContain('Twilio does not accept these credentials.');
    expect(process.stdout.text).not.toMatch(/Twilio (integration|webhooks)/);
  });
});

describe('the demo', () => {
  it('has a code without an account', async () => {
    const { ready, cli, end } = await serveForTest({ clock: hastyClock() }, ['--demo']);
    const { status, stdout } = await cli(['numbers', '--json']);
    expect(status).toBe(0);
    const { numbers } = JSON.parse(stdout) as { numbers: { number: string }[] };
    const waited = await cli(['wait', numbers[0]?.number ?? '', '--timeout', '600']);
    expect(waited).toMatchObject({ status: 0, stderr: '' });
    expect(waited.stdout).toMatch(/^[A-Z0-9-]{4,10}\n$/);
    expect(ready.publicUrl).toMatch(/^http:\/\/localhost:\d+\/webhook$/);
    expect(await end()).toBe(0);
  });

  it('with --no-samples has what a script sends, and nothing else', async () => {
    const { ready, cli, end } = await serveForTest({}, ['--demo', '--no-samples']);
    expect(JSON.parse((await cli(['numbers', '--json'])).stdout)).toEqual({ numbers: [] });
    const number = (await cli(['lease', '--country', 'US'])).stdout.trim();
    const sent = await fetch(`${ready.emulator}/_emulator/sms`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ to: number, body: 'Your code is 482913' }),
    });
    expect(sent.ok).toBe(true);
    expect(await cli(['wait', number])).toMatchObject({ status: 0, stdout: '482913\n' });
    const { stdout } = await cli(['messages', '--json']);
    expect(stdout.trim().split('\n')).toEqual([expect.stringContaining('482913')]);
    expect(await end()).toBe(0);
  });
});

const refused = { TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'b'.repeat(32) };
/** Nothing can be made below a file. */
const notAFolder = join(import.meta.filename, 'data');

describe('serve in a pipeline', () => {
  it('says nothing that is no trouble when OTP_DOCK_LOG asks for that', async () => {
    const { process, end } = await serveForTest({ variables: { OTP_DOCK_LOG: 'warn' } }, ['--demo']);
    expect(await end()).toBe(0);
    expect(process.stderr.text).toBe('');
  });

  it('with --require-account ends with the cause in one line when Twilio refuses the credentials', async () => {
    const { baseUrl } = await emulatorForTest();
    const variables = { ...refused, TWILIO_API_BASE_URL: baseUrl };
    const { status, stdout, stderr } = await cli(['serve', '--json', '--quiet', '--require-account'], { variables });
    expect([status, stdout]).toEqual([1, '']);
    const [warning, ...others] = stderr.trimEnd().split('\n');
    expect(warning).toMatch(/^Warning: Twilio account: /);
    expect(others).toHaveLength(1);
    expect(JSON.parse(others[0] ?? '')).toMatchObject({ error: { code: 'INVALID_CREDENTIALS' } });
  });

  it('without it starts, and says in its health that the account failed', async () => {
    const { baseUrl } = await emulatorForTest();
    const { ready, cli, end } = await serveForTest({ variables: { ...refused, TWILIO_API_BASE_URL: baseUrl } });
    const health = async () => {
      const headers = { authorization: `Bearer ${tokenOf(ready)}` };
      return (await (await fetch(`${ready.api}/v1/health`, { headers })).json()) as unknown;
    };
    await expect.poll(health).toMatchObject({ status: 'ok', account: { kind: 'failed' } });
    expect(await cli(['lease', '--country', 'US', '--json'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('INVALID_CREDENTIALS'),
    });
    expect(await end()).toBe(0);
  });

  it('with --require-account is ready when Twilio has accepted them, and needs none for the demo', async () => {
    const account = credentialsOf(await emulatorForTest());
    for (const [variables, args] of [
      [account, []],
      [{}, ['--demo']],
    ] as const) {
      const { end } = await serveForTest({ variables }, [...args, '--require-account']);
      expect(await end()).toBe(0);
    }
    expect((await cli(['serve', '--json', '--require-account'])).stderr).toContain('NOT_CONNECTED');
  });

  it.each([
    ['half of the credentials', { TWILIO_ACCOUNT_SID: refused.TWILIO_ACCOUNT_SID }, 'TWILIO_AUTH_TOKEN'],
    ['a port that is none', { PORT: 'http' }, 'PORT'],
    ['a data folder that cannot be', { OTP_DOCK_DATA_DIR: notAFolder }, notAFolder],
  ])('ends with 1 and names %s', async (_what, variables, named) => {
    const { status, stdout, stderr } = await cli(['serve', '--json'], { variables });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect((JSON.parse(stderr) as { error: { message: string } }).error.message).toContain(named);
  });
});
