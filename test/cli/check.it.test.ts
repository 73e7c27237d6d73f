import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import createDebug from 'debug';
import { describe, expect, onTestFinished, test } from 'vitest';
import { emulatorForTest, freePort, tempFolder } from '../adapters/harness.ts';
import { brokenWire } from '../fakes/brokenWire.ts';
import { cli, credentialsOf, start } from './harness.ts';

/** Each test may have an emulated account, and call the check of it, with more in its environment. */
const it = test
  .extend('emulator', () => emulatorForTest())
  .extend(
    'check',
    ({ emulator }) =>
      (args: string[], more: NodeJS.ProcessEnv = {}, cwd = tempFolder()) =>
        cli(['check', ...args], { cwd, variables: { ...credentialsOf(emulator), ...more } }),
  );

/** What `DEBUG=…` would have written to stderr by now. */
function debugging(namespaces: string): string[] {
  const [said, { log }] = [[] as string[], createDebug];
  createDebug.enable(namespaces);
  createDebug.log = (...given: unknown[]) => void said.push(format(...given));
  onTestFinished(() => {
    createDebug.disable();
    createDebug.log = log;
  });
  return said;
}

describe('check', () => {
  it('says that the credentials are right, what there is, and how messages come', async ({ emulator, check }) => {
    // A proxy to Twilio itself may be on this machine, too: it does not have what an emulator has.
    const { url } = await brokenWire(emulator.baseUrl, ({ url }) => (url?.startsWith('/_emulator') ? 'cut' : 'pass'));
    const { status, stdout, stderr } = await check([], { TWILIO_API_BASE_URL: url });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toBe('✅ Twilio accepts the credentials: Emulated account, balance 500.00 USD');
    expect(lines[1]).toMatch(/^✅ Found 50 available Indian numbers \(mobile, \$3\.45 a month each\)$/);
    expect(lines[2]).toMatch(/^✅ .*polling/);
    expect(lines.slice(-2).join()).toMatch(/not tested\. It costs \$3\.45.*npm run test:twilio -- --buy$/);
    expect(emulator.state().requests.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('tests the purchase by itself on the emulator, where that costs nothing', async ({ emulator, check }) => {
    const { status, stdout } = await check([]);
    expect(status).toBe(0);
    expect(stdout).toContain(emulator.state().released[0]?.phoneNumber);
    expect(stdout).toMatch(/^✅ Found 50 available Indian numbers[^]*^✅ Number purchasing test passed/m);
    expect(emulator.state().numbers).toEqual([]);
  });

  it('answers one JSON value where that is asked for', async ({ check }) => {
    const { status, stdout } = await check(['--buy', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      account: { name: 'Emulated account', trial: false, balance: { amount: '500.00', currency: 'USD' } },
      country: 'IN',
      available: 50,
      monthlyPrice: { amount: '3.45', currency: 'USD' },
      reception: { kind: 'polling', ok: true, message: expect.any(String) },
      bought: expect.stringMatching(/^\+91\d+$/),
    });
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  });

  it('with wrong credentials says so in our words and in Twilio’s, and not the token', async ({ check }) => {
    const said = debugging('*');
    const { status, stdout, stderr } = await check([], { TWILIO_AUTH_TOKEN: 'deadbeef'.repeat(4), DEBUG: '*' });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('❌ Twilio does not accept these credentials.');
    expect(stderr).toContain('Twilio says: Authenticate (error 20003)');
    expect(stderr).toContain('https://www.twilio.com/docs/errors/20003');
    expect(said).toEqual(expect.arrayContaining([expect.stringMatching(/twilio:api GET .* -> 401/)]));
    expect(stderr + said.join('\n')).not.toContain('deadbeefdeadbeef');
  });

  it('takes an API key without the token, and says what is unknown or polled', async () => {
    const apiKey = { sid: `SK${'7'.repeat(32)}`, secret: 'kEy5ecret'.repeat(4) };
    const emulator = await emulatorForTest({ apiKey });
    const variables = {
      ...credentialsOf(emulator),
      TWILIO_AUTH_TOKEN: '',
      TWILIO_API_KEY: apiKey.sid,
      TWILIO_API_SECRET: apiKey.secret,
      WEBHOOK_BASE_URL: 'https://hooks.example',
    };
    const { stdout, stderr } = await cli(['check'], { variables });
    expect(stderr).toBe('');
    const [account, , reception] = stdout.split('\n');
    expect(account).toBe(`✅ Twilio accepts the credentials: ${emulator.accountSid}, balance 500.00 USD`);
    expect(reception).toMatch(/^✅ Webhooks need the Auth Token, so SMS are read every few seconds/);
    const { stdout: asJson } = await cli(['check', '--json'], { variables });
    expect(JSON.parse(asJson)).toMatchObject({ account: { name: null, trial: null }, reception: { kind: 'polling' } });
    const half = await cli(['check'], { variables: { ...variables, TWILIO_API_SECRET: '' } });
    expect([half.status, half.stderr]).toEqual([1, expect.stringContaining('TWILIO_API_SECRET is not set')]);
  });

  it('without credentials says where they go', async () => {
    const { status, stderr } = await cli(['check', '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({
      error: { code: 'NOT_CONNECTED', hint: expect.stringContaining('TWILIO_ACCOUNT_SID') },
    });
  });

  it('takes the credentials that Settings remembered, and is not upset by a damaged file', async ({ emulator }) => {
    const cwd = tempFolder();
    const folder = join(cwd, 'data', 'secrets');
    mkdirSync(folder, { recursive: true });
    const { accountSid, authToken, baseUrl } = emulator;
    writeFileSync(join(folder, 'twilio'), JSON.stringify({ accountSid, authToken }));
    const { stdout } = await cli(['check'], { cwd, variables: { TWILIO_API_BASE_URL: baseUrl } });
    expect(stdout).toContain('✅ Twilio accepts the credentials');
    writeFileSync(join(folder, 'twilio'), '{"accountSid":');
    const { status, stderr } = await cli(['check'], { cwd });
    expect(status).toBe(1);
    expect(stderr).toContain('❌ There are no Twilio credentials.');
  });

  it('says why there are no numbers, and what to do', async ({ emulator, check }) => {
    emulator.setFaults({ noNumbers: ['IN'] });
    const { stdout, status } = await check([]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/Found no available Indian numbers\. .*India[^]*US and CA/);
    const { status: failed, stderr } = await check(['--buy']);
    expect([failed, stderr]).toEqual([1, expect.stringContaining('❌ Twilio has no number')]);
  });

  it('out of Twilio’s reach says so', async ({ emulator, check }) => {
    const said = debugging('twilio:*');
    const nobody = `http://127.0.0.1:${await freePort()}`;
    const { status, stderr } = await check([], { TWILIO_API_BASE_URL: nobody, DEBUG: 'twilio:*' });
    expect(status).toBe(1);
    expect(stderr).toContain("❌ Can't reach Twilio (ECONNREFUSED).");
    const log = said.join('\n');
    expect(log).toMatch(/twilio:api GET \/2010-04-01\/Accounts\/AC\w+\.json failed: ECONNREFUSED/);
    expect(stderr + log).not.toContain(emulator.authToken);
  });

  it('knocks at the public URL', async ({ check }) => {
    const [here, elsewhere] = [await freePort(), await freePort()];
    for (const [port, more, words] of [
      [here, {}, `✅ The webhook is reachable at http://127.0.0.1:${here}/webhook`],
      [elsewhere, {}, '⚠️  Nothing answers at the public URL'],
      [here, { NODE_ENV: 'production' }, '⚠️  The public URL must begin with https:// in production.'],
    ] as const) {
      const variables = { PORT: String(here), WEBHOOK_BASE_URL: `http://127.0.0.1:${port}`, ...more };
      expect((await check([], variables)).stdout).toContain(words);
    }
  });
});

describe('check --buy', () => {
  it('holds itself to the limits of Settings, with what was bought before', async ({ emulator, check }) => {
    const cwd = tempFolder();
    mkdirSync(join(cwd, 'data'), { mode: 0o700 });
    writeFileSync(join(cwd, 'data', 'settings.json'), '{"settings": {"limitPerDay": "2.00"}}');
    const call = (...args: string[]) => check(['--country', 'us', ...args], {}, cwd);
    const first = await call('--buy');
    expect(first.status).toBe(0);
    expect(first.stdout).toMatch(/^✅ Found 50 available US numbers[^]*Buying one number now: \$1\.15, a full month/m);
    const { status, stderr } = await call('--buy');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^❌ .*2\.30 USD/);
    const untested = expect.stringContaining('⚠️  The purchase was not tested.');
    expect(await call()).toMatchObject({ status: 0, stdout: untested });
    expect(emulator.state().released).toHaveLength(1);
  });

  it('gives the number back first when it is interrupted', async ({ emulator }) => {
    const { url } = await brokenWire(emulator.baseUrl, ({ method }) => {
      if (method === 'DELETE') checking.process.emit('SIGINT');
      return 'pass';
    });
    const variables = { ...credentialsOf(emulator), TWILIO_API_BASE_URL: url };
    const checking = start(['check', '--buy'], { variables });
    const { status, stdout } = await checking.ended;
    expect(status).toBe(0);
    expect(stdout).toContain('✅ Number purchasing test passed');
    expect(emulator.state().numbers).toEqual([]);
  });

  it('says by which name to look for a number that may have been bought', async ({ emulator, check }) => {
    let bought = false;
    const { url } = await brokenWire(emulator.baseUrl, ({ method }) => {
      bought ||= method === 'POST';
      return bought ? 'lose the answer' : 'pass';
    });
    const { status, stderr } = await check(['--buy'], { TWILIO_API_BASE_URL: url });
    expect(status).toBe(1);
    expect(stderr).toContain('❌ Twilio did not answer, so it is not known whether a number was bought.');
    expect(stderr).toContain(`"${emulator.state().numbers[0]?.settings.friendly_name}"`);
  });
});
