import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { emulatorForTest, freePort, serverForTest } from '../adapters/harness.ts';
import type { Lease, OwnedNumber } from '../../electron/contract/state.ts';
import { buildOnce, buildTimeout, credentialsOf, finished, linesOf, serveForTest, start } from './harness.ts';

beforeAll(buildOnce, buildTimeout);

describe('serve', () => {
  it('tells a person on stdout that the account works and where its webhooks arrive', async () => {
    const emulator = await emulatorForTest();
    const port = await freePort();
    const child = start(['serve'], { variables: { ...credentialsOf(emulator), PORT: String(port) } });
    const ended = finished(child);
    const { lines } = linesOf(child.stdout);
    await expect.poll(() => lines, { timeout: 20_000 }).toContain('Ctrl+C ends it.');
    await expect
      .poll(() => lines)
      .toEqual(
        expect.arrayContaining([
          '✅ Twilio integration enabled',
          `📱 Twilio webhooks available at http://localhost:${port}/webhook`,
        ]),
      );
    child.kill('SIGINT');
    const { status, stderr } = await ended;
    expect(status).toBe(0);
    expect(stderr).not.toContain('Twilio integration enabled');
  });

  it('tells no such thing with a token that Twilio refuses, but that it does', async () => {
    const emulator = await emulatorForTest();
    const variables = { ...credentialsOf(emulator), TWILIO_AUTH_TOKEN: 'f'.repeat(32) };
    const child = start(['serve'], { variables });
    const [out, err] = [linesOf(child.stdout), linesOf(child.stderr)];
    await expect.poll(() => out.lines, { timeout: 20_000 }).toContain('Ctrl+C ends it.');
    await expect
      .poll(() => err.lines)
      .toContainEqual(expect.stringContaining('Twilio does not accept these credentials.'));
    expect(out.lines.join('\n')).not.toMatch(/Twilio (integration|webhooks)/);
  });
});

describe('serve --json', () => {
  it('says in one line where everything is, and nothing else', async () => {
    const emulator = await emulatorForTest();
    const port = await freePort();
    const { ready, stdout, stderr, end } = await serveForTest({
      ...credentialsOf(emulator),
      PORT: String(port),
      WEBHOOK_BASE_URL: `http://127.0.0.1:${port}`,
      DEBUG: 'twilio:*',
    });
    expect(ready).toEqual({
      ready: true,
      webhook: `http://127.0.0.1:${port}/webhook`,
      publicUrl: `http://127.0.0.1:${port}/webhook`,
      api: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      ui: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/),
      tokenFile: expect.stringMatching(/api-token$/),
      pid: expect.any(Number),
    });
    const authorization = `Bearer ${readFileSync(ready.tokenFile, 'utf8').trim()}`;
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(ready.api + path, { ...init, headers: { authorization } });
    const { number } = (await (await ask('/v1/leases', { method: 'POST' })).json()) as { number: string };
    await emulator.sendSms({ to: number, body: 'Your code is 482913' });
    expect(await (await ask('/v1/messages')).json()).toMatchObject({ messages: [{ code: '482913' }] });
    expect(await end('SIGTERM')).toBe(0);
    expect(stdout).toHaveLength(1);
    const log = stderr.join('\n');
    expect(log).toMatch(/twilio:api POST \/2010-04-01\/Accounts\/AC\w+\/IncomingPhoneNumbers\.json -> 201/);
    expect(log).toMatch(/twilio:webhook SM\w{32} stored/);
    expect(log).toContain('✅ Twilio integration enabled');
    expect(log).not.toContain(emulator.authToken);
    expect(log).not.toContain('482913');
    expect(log).not.toContain(ready.ui.split('=')[1]);
    const kept = readFileSync(join(dirname(ready.tokenFile), 'logs', 'otp-dock.log'), 'utf8');
    expect(kept).toMatch(/^\S+Z debug .*twilio:webhook SM\w{32} stored/m);
    for (const secret of [emulator.authToken, authorization, '482913']) expect(kept).not.toContain(secret);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends cleanly with %s, also with a number leased', async (signal) => {
    const emulator = await emulatorForTest();
    const { ready, cli, end } = await serveForTest(credentialsOf(emulator));
    expect((await cli(['lease', '--country', 'US', '--ttl', '600'])).status).toBe(0);
    const hostFile = join(dirname(ready.tokenFile), 'host.json');
    expect(existsSync(hostFile)).toBe(true);
    expect(await end(signal)).toBe(0);
    expect(existsSync(hostFile)).toBe(false);
    expect(emulator.state().numbers).toHaveLength(1);
  });

  it('--on-quit release gives the leased numbers back before it ends', async () => {
    const emulator = await emulatorForTest();
    const { cli, end } = await serveForTest(credentialsOf(emulator), ['--on-quit', 'release']);
    for (const policy of ['release', 'release', 'keep']) {
      const args = ['lease', '--country', 'US', '--ttl', '600', '--fresh', '--policy', policy];
      expect((await cli(args)).status).toBe(0);
    }
    const kept = emulator.state().numbers[2]?.phoneNumber;
    expect(await end('SIGTERM')).toBe(0);
    expect(emulator.state().numbers.map(({ phoneNumber }) => phoneNumber)).toEqual([kept]);
  });

  it('otherwise the leases go on after a restart', async () => {
    const emulator = await emulatorForTest();
    const { cli, end, start } = await serveForTest(credentialsOf(emulator));
    const lease = JSON.parse((await cli(['lease', '--country', 'US', '--ttl', '600', '--json'])).stdout) as Lease;
    expect(await end('SIGTERM')).toBe(0);
    const again = start(['serve', '--json']);
    await linesOf(again.stdout).next();
    const { numbers } = JSON.parse((await cli(['numbers', '--json'])).stdout) as { numbers: OwnedNumber[] };
    expect(numbers).toMatchObject([{ number: lease.number, leaseId: lease.id, state: 'active' }]);
    await emulator.sendSms({ to: lease.number ?? '', body: 'Your code is 482913' }).catch(() => undefined);
    expect((await cli(['wait', lease.id])).stdout).toBe('482913\n');
    expect((await cli(['release', lease.id])).status).toBe(0);
    again.kill('SIGTERM');
    expect((await finished(again)).status).toBe(0);
  });

  it('ends cleanly while Twilio does not answer', async () => {
    const asked = Promise.withResolvers<void>();
    const silent = await serverForTest(() => asked.resolve());
    const { end } = await serveForTest({
      TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: 'b'.repeat(32),
      TWILIO_API_BASE_URL: silent,
    });
    await asked.promise;
    const before = performance.now();
    expect(await end('SIGTERM')).toBe(0);
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it('serves the user interface, which carries no secret', async () => {
    const { ready } = await serveForTest({});
    const response = await fetch(ready.api);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'/);
    expect(response.headers.get('content-type')).toMatch(/text\/html/);
    expect(await response.text()).not.toContain(ready.ui.split('=')[1]);
    expect((await fetch(`${ready.api}/..%2fpackage.json`)).status).toBe(404);
  });

  it('--demo has a code within seconds, without an account', async () => {
    const { ready, cli, end } = await serveForTest({}, ['--demo']);
    const { status, stdout } = await cli(['numbers', '--json']);
    expect(status).toBe(0);
    const { numbers } = JSON.parse(stdout) as { numbers: { number: string }[] };
    const waited = await cli(['wait', numbers[0]?.number ?? '', '--timeout', '20']);
    expect(waited).toMatchObject({ status: 0, stderr: '' });
    expect(waited.stdout).toMatch(/^[A-Z0-9-]{4,10}\n$/);
    expect(ready.publicUrl).toMatch(/^http:\/\/localhost:\d+\/webhook$/);
    expect(await end('SIGTERM')).toBe(0);
  });

  it('--demo --no-samples has what a script sends, and nothing else', async () => {
    const { ready, cli, end } = await serveForTest({}, ['--demo', '--no-samples']);
    expect(JSON.parse((await cli(['numbers', '--json'])).stdout)).toEqual({ numbers: [] });
    const leased = await cli(['lease', '--country', 'US', '--json']);
    const { number } = JSON.parse(leased.stdout) as { number: string };
    const sent = await fetch(`${ready.emulator}/_emulator/sms`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ to: number, body: 'Your code is 482913' }),
    });
    expect(sent.ok).toBe(true);
    expect(await cli(['wait', number])).toMatchObject({ status: 0, stdout: '482913\n' });
    const { stdout } = await cli(['messages', '--json']);
    expect(stdout.trim().split('\n')).toEqual([expect.stringContaining('482913')]);
    expect(await end('SIGTERM')).toBe(0);
  });

  it('beside one that runs already says so and ends with 1', async () => {
    const first = await serveForTest({});
    const { status, stdout, stderr } = await first.cli(['serve', '--json']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('HOST_RUNNING');
    expect((await fetch(new URL('/health', first.ready.webhook))).status).toBe(200);
  });
});
