import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { npm } from '../../build/scripts/packClient.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { emulatorForTest, serverForTest, tempFolder } from '../adapters/harness.ts';
import { credentialsOf, expectFailed, folderOfHost } from './harness.ts';
import { buildOnce, buildTimeout, callCli, program, spawnCli } from './processes.ts';

beforeAll(buildOnce, buildTimeout);

const message = (text: string): string => `${JSON.stringify({ text })}\n`;

describe('the command line in a process of its own', () => {
  it('writes to stdout what was asked for and to stderr what went wrong, and ends with 0, 1 or 2', async () => {
    const calls = [['--version'], ['numbers'], ['lease', '--nonsense']].map((args) => callCli(args));
    const [done, failed, wrong] = await Promise.all(calls);
    expect(done).toEqual({ status: 0, stdout: `${packageJson.version}\n`, stderr: '' });
    expectFailed(failed!, '❌ No OTP Dock host');
    expectFailed(wrong!, "unknown option '--nonsense'", 2);
  });

  it('is called by npm with nothing added to what it says', () => {
    expect(npm(['run', '-s', 'cli', '--', '--version'], resolve(program, '../../..'))).toBe(`${packageJson.version}\n`);
  });

  it('says which Node it needs when it is called with an older one', async () => {
    const older = `Object.defineProperty(process.versions, 'node', { value: '20.19.0' })`;
    const command = [process.execPath, '--import', `data:text/javascript,${encodeURIComponent(older)}`, program];
    expect(await callCli(['--version'], { command })).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^OTP Dock needs Node 24, and this is 20\.19\.0\. Call it by npm.*\n$/),
    });
  });

  it('takes its settings from an .env file, the switch for the log of API calls too', async () => {
    const emulator = await emulatorForTest();
    const cwd = tempFolder();
    const lines = Object.entries({ ...credentialsOf(emulator), DEBUG: 'twilio:*' }).map(
      ([name, value]) => `${name}=${value}\n`,
    );
    writeFileSync(join(cwd, '.env'), lines.join(''));
    const { status, stdout, stderr } = await callCli(['check'], { cwd });
    expect(stdout).toContain('✅ Twilio accepts the credentials');
    expect(stderr).toMatch(/twilio:api GET \/2010-04-01\/Accounts\/AC\w+\.json -> 200/);
    expect(stderr).not.toContain(emulator.authToken);
    expect(status).toBe(0);
  });

  it('ends as ever when nobody reads its errors', async () => {
    const { child, ended } = spawnCli(['numbers']);
    child.stderr.destroy();
    expect(await ended).toMatchObject({ status: 1, stdout: '' });
  });

  it('answers thousands of lines before it ends', async () => {
    const codes = Array.from({ length: 5_000 }, (_, index) => String(100_000 + index));
    const input = codes.map((code) => message(`Your code is ${code}`)).join('');
    const { status, stdout, stderr } = await callCli(['parse'], { input });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const answers = stdout.trimEnd().split('\n');
    expect(answers.map((line) => (JSON.parse(line) as { code: string }).code)).toEqual(codes);
  });

  it('may be read by somebody who has seen enough', async () => {
    const { child, stdout, ended } = spawnCli(['parse']);
    child.stdin.on('error', () => undefined);
    child.stdin.write(message('Your code is 111111'));
    await stdout.line(0);
    child.stdout.destroy();
    for (let i = 0; i < 200 && child.stdin.writable; i += 1)
      child.stdin.write(message('Your code is 222222').repeat(100));
    child.stdin.end();
    expect(await ended).toMatchObject({ status: 0, stderr: '' });
  });

  it.skipIf(process.platform === 'win32')(
    'interrupted while it waits for a code ends at once, and says that the lease runs on',
    async () => {
      const { promise: asked, resolve: isAsked } = Promise.withResolvers<string>();
      const api = await serverForTest((request, response) => {
        if (request.url !== '/v1/leases') return isAsked(request.url ?? '');
        response.end(JSON.stringify({ leases: [{ id: 'lease-1', number: '+14155550100' }] }));
      });
      const cwd = folderOfHost(api);
      const { child, ended } = spawnCli(['wait', '+14155550100', '--timeout', '600', '--json'], { cwd });
      expect(await asked).toContain('/v1/leases/lease-1/code');
      child.kill('SIGINT');
      const error = { code: 'NO_CODE', hint: expect.stringContaining('runs on') };
      expect(JSON.parse((await ended).stderr)).toMatchObject({ error });
      expect(await ended).toMatchObject({ status: 1, stdout: '' });
    },
  );
});
