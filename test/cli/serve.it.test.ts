import { join } from 'node:path';
import { beforeAll, describe, expect } from 'vitest';
import { emulatorForTest, freePort, tempFolder } from '../adapters/harness.ts';
import { ManualClock } from '../fakes/manualClock.ts';
import { cli, credentialsOf, expectFailed, it as base, serveForTest, start, tokenOf } from './harness.ts';
import { buildOnce, buildTimeout } from './processes.ts';

beforeAll(buildOnce, buildTimeout);

/** Each test may have an emulated account without a host. */
const it = base
  .extend('account', () => emulatorForTest())
  .extend('variables', ({ account }): NodeJS.ProcessEnv => credentialsOf(account));

const forAWhile = ['lease', '--country', 'US', '--type', 'local', '--ttl', '600'];

describe('serve', () => {
  it.for([
    [['--on-quit', 'release'], {}],
    [[], { OTP_DOCK_ON_QUIT: 'release' }],
  ] as const)(
    'with %j and %j gives the leased numbers back before it ends',
    async ([args, more], { account, variables }) => {
      const { cli, end } = await serveForTest({ variables: { ...variables, ...more } }, [...args]);
      for (const policy of ['release', 'release', 'keep'])
        expect((await cli([...forAWhile, '--fresh', '--policy', policy])).status).toBe(0);
      const kept = account.state().numbers[2]?.phoneNumber;
      expect(await end()).toBe(0);
      expect(account.state().numbers.map(({ phoneNumber }) => phoneNumber)).toEqual([kept]);
    },
  );

  it('ends within ten seconds, as in a container, though Twilio takes nothing back', async ({ account, variables }) => {
    const clock = new ManualClock(Date.now());
    const { cli, process, ended } = await serveForTest({ variables, clock }, ['--on-quit', 'release']);
    expect((await cli(forAWhile)).status).toBe(0);
    account.setFaults({ serverErrors: 1_000 });
    process.emit('SIGTERM');
    await expect.poll(() => account.state().requests.some(({ method }) => method === 'DELETE')).toBe(true);
    await clock.advance(9_999);
    expect(await ended).toMatchObject({ status: 0 });
  });

  it('captures by OTP_DOCK_MODE alone, and takes numbers for tests that are meant for that', async () => {
    const variables = { OTP_DOCK_MODE: 'capture', OTP_DOCK_CAPTURE_PORT: '0' };
    const cwd = tempFolder();
    const served = await serveForTest({ cwd, variables });
    expect(served.ready.capture?.baseUrl).toMatch(/^http:/);
    expect(await served.cli(['lease', '--country', 'IN'])).toMatchObject({
      stdout: expect.stringMatching(/^\+91\d{10}\n$/),
    });
    const wrong = await cli(['lease'], { cwd, variables: { OTP_DOCK_MODE: 'real' } });
    expectFailed(wrong, /^❌ SMS are captured here, and the test is meant for real numbers\./);
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
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok', role: 'active' }]);
    const strange = await fetch(`${ready.api}/health`, { headers: { origin: 'https://evil.example' } });
    expect(strange.status).toBe(403);
  });

  it('tells a person where everything is, how to end it, and that the account works', async ({ variables }) => {
    const port = await freePort();
    const { process, ended } = start(['serve'], { variables: { ...variables, PORT: String(port) } });
    await expect
      .poll(() => process.stdout.lines)
      .toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^OTP Dock is at {7}http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/),
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
});

it('the demo with --no-samples has what a script sends, and nothing else', async () => {
  const { ready, cli, json } = await serveForTest({}, ['--demo', '--no-samples']);
  expect(await json('numbers')).toEqual({ numbers: [] });
  const number = (await cli(['lease', '--country', 'US'])).stdout.trim();
  const sent = await fetch(`${ready.emulator}/_emulator/sms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ to: number, body: 'Your code is 482913' }),
  });
  expect(sent.ok).toBe(true);
  expect(await cli(['wait', number])).toMatchObject({ status: 0, stdout: '482913\n' });
  expect(await json('messages')).toMatchObject({ body: 'Your code is 482913' });
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

  it('logs one JSON object a line when OTP_DOCK_LOG_FORMAT asks for that, to the very last', async ({ variables }) => {
    const finished = await cli(['serve', '--require-account'], {
      variables: { ...variables, ...refused, OTP_DOCK_LOG_FORMAT: 'json' },
    });
    expect(finished.status).toBe(1);
    const lines = finished.stderr.trimEnd().split('\n');
    const logged = lines.map((line) => JSON.parse(line) as { level: string; message: string; error?: unknown });
    for (const line of logged)
      expect(line).toMatchObject({
        time: expect.stringMatching(/Z$/),
        level: expect.stringMatching(/^(info|warn|error)$/),
      });
    expect(logged).toContainEqual(expect.objectContaining({ level: 'warn', message: expect.stringMatching(/Twilio/) }));
    expect(logged.at(-1)).toMatchObject({ level: 'error', error: { code: 'INVALID_CREDENTIALS' } });
  });

  it('with --require-account ends with the cause when Twilio refuses the credentials', async ({ variables }) => {
    const finished = await cli(['serve', '--json', '--quiet', '--require-account'], {
      variables: { ...variables, ...refused },
    });
    expectFailed(finished, /^Warning: Twilio account: /);
    const [, ...others] = finished.stderr.trimEnd().split('\n');
    expect(others).toHaveLength(1);
    expect(JSON.parse(others[0] ?? '')).toMatchObject({ error: { code: 'INVALID_CREDENTIALS' } });
  });

  it('without it starts, and says in its health that the account failed', async ({ variables }) => {
    const { ready, cli, end } = await serveForTest({ variables: { ...variables, ...refused } });
    const headers = { authorization: `Bearer ${tokenOf(ready)}` };
    const health = async () => (await (await fetch(`${ready.api}/v1/health`, { headers })).json()) as unknown;
    await expect.poll(health).toMatchObject({ status: 'ok', account: { kind: 'failed' } });
    expectFailed(await cli(['lease', '--country', 'US', '--json']), 'INVALID_CREDENTIALS');
    expect(await end()).toBe(0);
  });

  it('with --require-account is ready once Twilio has accepted them, or in the demo', async ({ variables }) => {
    expect(await (await serveForTest({ variables }, ['--require-account'])).end()).toBe(0);
    expect(await (await serveForTest({}, ['--demo', '--require-account'])).end()).toBe(0);
    expectFailed(await cli(['serve', '--json', '--require-account']), 'NOT_CONNECTED');
  });

  it.for([
    ['half of the credentials', { TWILIO_ACCOUNT_SID: refused.TWILIO_ACCOUNT_SID }, 'TWILIO_AUTH_TOKEN'],
    ['a port that is none', { PORT: 'http' }, 'PORT'],
    ['a data folder that cannot be', { OTP_DOCK_DATA_DIR: notAFolder }, notAFolder],
  ] as const)('ends with 1 and names %s', async ([_what, variables, named]) => {
    const finished = await cli(['serve', '--json'], { variables });
    expectFailed(finished, /^[^\n]*\n$/);
    expect((JSON.parse(finished.stderr) as { error: { message: string } }).error.message).toContain(named);
  });
});
