import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import createDebug from 'debug';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Emulator } from '../../electron/emulator/server.ts';
import { emulatorForTest, freePort, tempFolder } from '../adapters/harness.ts';
import { brokenWire } from '../fakes/brokenWire.ts';
import { cli, credentialsOf, start } from './harness.ts';

/** A proxy on this machine, as one to Twilio itself may be: of the emulator it shows Twilio's part alone. */
async function proxyTo({ baseUrl }: Emulator): Promise<string> {
  return (await brokenWire(baseUrl, ({ url }) => (url?.startsWith('/_emulator') ? 'cut' : 'pass'))).url;
}

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
  it('says that the credentials are right, how many Indian numbers there are, and how messages come', async () => {
    const emulator = await emulatorForTest();
    const variables = { ...credentialsOf(emulator), TWILIO_API_BASE_URL: await proxyTo(emulator) };
    const { status, stdout, stderr } = await cli(['check'], { variables });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toBe('✅ Twilio accepts the credentials: Emulated account, balance 500.00 USD');
    expect(lines[1]).toMatch(/^✅ Found 50 available Indian numbers \(mobile, \$3\.45 a month each\)$/);
    expect(lines[2]).toMatch(/^✅ .*polling/);
    expect(lines.at(-1)?.trim()).toBe('npm run test:twilio -- --buy');
    expect(emulator.state().requests.every(({ method }) => method === 'GET')).toBe(true);
  });

  it.each([[[]], [['--json']]])(
    'tests the purchase by itself on the emulator, where that costs nothing: %j',
    async (args) => {
      const emulator = await emulatorForTest();
      const { status, stdout } = await cli(['check', ...args], { variables: credentialsOf(emulator) });
      expect(status).toBe(0);
      const [number] = emulator.state().released;
      expect(stdout).toContain(number?.phoneNumber);
      if (args.length === 0)
        expect(stdout).toMatch(/^✅ Found 50 available Indian numbers[^]*^✅ Number purchasing test passed/m);
      expect(emulator.state().numbers).toEqual([]);
    },
  );

  it('with --buy says what it costs, buys one number and gives it back', async () => {
    const emulator = await emulatorForTest();
    const { status, stdout } = await cli(['check', '--buy', '--country', 'us'], { variables: credentialsOf(emulator) });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^✅ Found 50 available US numbers/m);
    expect(stdout).toMatch(/Buying one number now: \$1\.15, a full month[^]*^✅ Number purchasing test passed/m);
    expect(emulator.state().numbers).toEqual([]);
    expect(emulator.state().released).toHaveLength(1);
  });

  it('answers one JSON value where that is asked for', async () => {
    const emulator = await emulatorForTest();
    const { status, stdout } = await cli(['check', '--buy', '--json'], { variables: credentialsOf(emulator) });
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

  it('with wrong credentials says so in our words and in Twilio’s, and not the token', async () => {
    const emulator = await emulatorForTest();
    const said = debugging('*');
    const variables = { ...credentialsOf(emulator), TWILIO_AUTH_TOKEN: 'deadbeef'.repeat(4), DEBUG: '*' };
    const { status, stdout, stderr } = await cli(['check'], { variables });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('❌ Twilio does not accept these credentials.');
    expect(stderr).toContain('Twilio says: Authenticate (error 20003)');
    expect(stderr).toContain('https://www.twilio.com/docs/errors/20003');
    expect(said).toEqual(expect.arrayContaining([expect.stringMatching(/twilio:api GET .* -> 401/)]));
    expect(stderr + said.join('\n')).not.toContain('deadbeefdeadbeef');
  });

  it('without credentials says where they go', async () => {
    const { status, stderr } = await cli(['check', '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({
      error: { code: 'NOT_CONNECTED', hint: expect.stringContaining('TWILIO_ACCOUNT_SID') },
    });
  });

  it('takes the credentials that Settings remembered, and is not upset by a damaged file', async () => {
    const emulator = await emulatorForTest();
    const cwd = tempFolder();
    mkdirSync(join(cwd, 'data', 'secrets'), { recursive: true });
    const file = join(cwd, 'data', 'secrets', 'twilio');
    const { accountSid, authToken, baseUrl } = emulator;
    writeFileSync(file, JSON.stringify({ accountSid, authToken }));
    expect((await cli(['check'], { cwd, variables: { TWILIO_API_BASE_URL: baseUrl } })).stdout).toContain(
      '✅ Twilio accepts the credentials',
    );
    writeFileSync(file, '{"accountSid":');
    const { status, stderr } = await cli(['check'], { cwd });
    expect(status).toBe(1);
    expect(stderr).toContain('❌ There are no Twilio credentials.');
  });

  it('says why there are no numbers, and what to do', async () => {
    const emulator = await emulatorForTest();
    emulator.setFaults({ noNumbers: ['IN'] });
    const { stdout, status } = await cli(['check'], { variables: credentialsOf(emulator) });
    expect(status).toBe(0);
    expect(stdout).toMatch(/Found no available Indian numbers\. .*India[^]*US and CA/);
    const buying = await cli(['check', '--buy'], { variables: credentialsOf(emulator) });
    expect(buying.status).toBe(1);
    expect(buying.stderr).toContain('❌ Twilio has no number');
  });

  it('out of Twilio’s reach says so', async () => {
    const emulator = await emulatorForTest();
    const said = debugging('twilio:*');
    const { status, stderr } = await cli(['check'], {
      variables: {
        ...credentialsOf(emulator),
        TWILIO_API_BASE_URL: `http://127.0.0.1:${await freePort()}`,
        DEBUG: 'twilio:*',
      },
    });
    expect(status).toBe(1);
    expect(stderr).toContain('❌ Twilio could not be reached (ECONNREFUSED).');
    const log = said.join('\n');
    expect(log).toMatch(/twilio:api GET \/2010-04-01\/Accounts\/AC\w+\.json failed: ECONNREFUSED/);
    expect(stderr + log).not.toContain(emulator.authToken);
  });

  it('knocks at the public URL', async () => {
    const emulator = await emulatorForTest();
    const [port, elsewhere] = [await freePort(), await freePort()];
    const reachable = { ...credentialsOf(emulator), PORT: String(port), WEBHOOK_BASE_URL: `http://127.0.0.1:${port}` };
    expect((await cli(['check'], { variables: reachable })).stdout).toContain(
      `✅ The webhook is reachable at http://127.0.0.1:${port}/webhook`,
    );
    const lost = { ...reachable, WEBHOOK_BASE_URL: `http://127.0.0.1:${elsewhere}` };
    expect((await cli(['check'], { variables: lost })).stdout).toContain('⚠️  Nothing answers at the public URL');
    const forbidden = { ...reachable, NODE_ENV: 'production' };
    expect((await cli(['check'], { variables: forbidden })).stdout).toContain(
      '⚠️  The public URL must begin with https:// in production.',
    );
  });
});

describe('check --buy', () => {
  it('holds itself to the limits of Settings, with what was bought before', async () => {
    const emulator = await emulatorForTest();
    const cwd = tempFolder();
    mkdirSync(join(cwd, 'data'), { mode: 0o700 });
    writeFileSync(join(cwd, 'data', 'settings.json'), '{"settings": {"limitPerDay": "2.00"}}');
    const call = (...args: string[]) =>
      cli(['check', '--country', 'US', ...args], { cwd, variables: credentialsOf(emulator) });
    expect((await call('--buy')).status).toBe(0);
    const { status, stderr } = await call('--buy');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^❌ .*2\.30 USD/);
    expect(await call()).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('⚠️  The purchase was not tested.'),
    });
    expect(emulator.state().released).toHaveLength(1);
  });

  it('gives the number back first when it is interrupted', async () => {
    const emulator = await emulatorForTest();
    const { url } = await brokenWire(emulator.baseUrl, ({ method }) => {
      if (method === 'DELETE') checking.process.emit('SIGINT');
      return 'pass';
    });
    const checking = start(['check', '--buy'], { variables: { ...credentialsOf(emulator), TWILIO_API_BASE_URL: url } });
    const { status, stdout } = await checking.ended;
    expect(status).toBe(0);
    expect(stdout).toContain('✅ Number purchasing test passed');
    expect(emulator.state().numbers).toEqual([]);
  });

  it('tries again when the number could not be given back at once', async () => {
    const emulator = await emulatorForTest();
    const { url } = await brokenWire(emulator.baseUrl, ({ method }, count) =>
      method === 'DELETE' && count === 1 ? 'cut' : 'pass',
    );
    const { status, stdout } = await cli(['check', '--buy'], {
      variables: { ...credentialsOf(emulator), TWILIO_API_BASE_URL: url },
    });
    expect(status).toBe(0);
    expect(stdout).toContain('✅ Number purchasing test passed');
    expect(emulator.state().numbers).toEqual([]);
  });

  it('says which number costs money when it cannot be given back', async () => {
    const emulator = await emulatorForTest();
    const { url } = await brokenWire(emulator.baseUrl, ({ method }) => (method === 'DELETE' ? 'cut' : 'pass'));
    const { status, stdout, stderr } = await cli(['check', '--buy'], {
      variables: { ...credentialsOf(emulator), TWILIO_API_BASE_URL: url },
    });
    expect(status).toBe(1);
    expect(stdout).not.toContain('test passed');
    const [number] = emulator.state().numbers;
    expect(stderr).toContain(`❌ ${number?.phoneNumber} (${number?.sid}) was bought and could not be given back.`);
    expect(stderr).toContain(
      `${url}/2010-04-01/Accounts/${emulator.accountSid}/IncomingPhoneNumbers/${number?.sid}.json`,
    );
  });

  it('says by which name to look for a number when it is not known whether one was bought', async () => {
    const emulator = await emulatorForTest();
    let bought = false;
    const { url } = await brokenWire(emulator.baseUrl, ({ method }) => {
      bought ||= method === 'POST';
      return bought ? 'lose the answer' : 'pass';
    });
    const { status, stderr } = await cli(['check', '--buy'], {
      variables: { ...credentialsOf(emulator), TWILIO_API_BASE_URL: url },
    });
    expect(status).toBe(1);
    const [number] = emulator.state().numbers;
    expect(stderr).toContain('❌ Twilio did not answer, so it is not known whether a number was bought.');
    expect(stderr).toContain(`"${number?.settings.friendly_name}"`);
  });
});
