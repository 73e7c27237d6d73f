import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packClient } from '../../build/scripts/packClient.ts';
import { freePort, tempFolder } from '../adapters/harness.ts';
import { hostForTest, numberOfOwner, type TestHost } from '../headless/harness.ts';
import { installExample, runExample } from './example.ts';

const root = resolve(import.meta.dirname, '../..');

/** `OTP_DOCK_SIGN_UPS=46 OTP_DOCK_WORKERS=8` makes it long: 50 tests, eight at a time. */
const { OTP_DOCK_SIGN_UPS: signUps = '8', OTP_DOCK_WORKERS: workers = '4' } = process.env;
/** Those of signUp.spec.ts. */
const others = 4;

describe('the packed client, installed by a stranger', () => {
  it.for(['capture', 'real'] as const)(
    'gives each test of the example a number of its own and the right code, and leaves none behind: %s',
    async (mode) => {
      const folder = tempFolder();
      const example = installExample(folder, packClient(folder));
      const { own, variables } = mode === 'capture' ? await captured() : await atTwilio();
      const { taken, shared } = watchLeases(own.host.app);
      const { report, results, output } = await runExample(example, [`--workers=${workers}`], {
        ...variables,
        OTP_DOCK_MODE: mode,
        OTP_DOCK_DATA_DIR: own.dataDir,
        APP_PORT: String(await freePort()),
        SIGN_UPS: signUps,
      });
      const tests = Number(signUps) + others;
      expect(report.stats, output).toMatchObject({ expected: tests, unexpected: 0, flaky: 0, skipped: 0 });
      expect(new Set(results.map(({ workerIndex }) => workerIndex)).size).toBe(Number(workers));
      // One for each test, and a second one in the test of two people.
      expect(taken.size).toBe(tests + 1);
      expect(shared).toEqual([]);
      expect([...taken.values()]).toContain('a wrong code lets nobody in');
      for (const { title, attachments } of results)
        expect(attachmentOf(attachments), title).toMatch(/ {2}code \d{6}\n/);
      const bought = () => own.emulator.state().numbers.map(({ phoneNumber }) => phoneNumber);
      await expect.poll(bought).toEqual(mode === 'real' ? [variables['SMS_FROM']] : []);
      const leases = own.host.app.listLeases();
      expect(leases.map(({ state }) => state)).toEqual(Array(tests + 1).fill('released'));
      // The second one of two people was taken by hand.
      expect(leases.filter(({ heartbeatSeconds }) => heartbeatSeconds === 30)).toHaveLength(tests);
      expect(own.emulator.state().released).toHaveLength(mode === 'real' ? tests + 1 : 0);
    },
  );

  it('has types that stand alone, and serves import and require alike', () => {
    const folder = tempFolder();
    const example = installExample(folder, packClient(folder));
    const plain = join(folder, 'plain');
    expect(readdirSync(join(plain, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['otp-dock']);
    const both = `const a = require('otp-dock/client'), b = require('otp-dock/cypress');
      import('otp-dock/client').then(({ OtpDock, NoCodeError }) =>
        console.log(OtpDock === a.OtpDock, new NoCodeError('NO_CODE', 'a', 'b', []) instanceof a.OtpDockError, typeof b.otpDockTasks))`;
    expect(run(['-e', both], plain)).toBe('true true function\n');
    const options = '--noEmit --strict --target es2022 --module nodenext --types node --skipLibCheck false'.split(' ');
    const types = ['--typeRoots', join(root, 'node_modules/@types')];
    const files = ['playwright.config.ts', 'tests/signUp.spec.ts', 'tests/many.spec.ts'];
    expect(run([join(root, 'node_modules/typescript/bin/tsc'), ...options, ...types, ...files], example)).toBe('');
  });
});

interface Setting {
  own: TestHost;
  /** What the app is started with beside what OTP Dock tells. */
  variables: Record<string, string>;
}

async function captured(): Promise<Setting> {
  const made = { TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '', OTP_DOCK_CAPTURE_PORT: '0' };
  return { own: await hostForTest({ variables: made, options: { emulated: 'capture' } }), variables: {} };
}

/** The emulator in place of Twilio, with a number that sends the codes. */
async function atTwilio(): Promise<Setting> {
  const own = await hostForTest();
  const { accountSid, authToken, baseUrl } = own.emulator;
  const { number: SMS_FROM } = await numberOfOwner(own.emulator);
  const account = { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_API_BASE_URL: baseUrl };
  return { own, variables: { ...account, SMS_FROM } };
}

type Leases = Pick<Awaited<ReturnType<typeof hostForTest>>['host']['app'], 'on' | 'listLeases'>;

/** The label of every number that was taken, by its lease; and what two leases had at once. */
function watchLeases(app: Leases): { taken: Map<string, string | null>; shared: string[] } {
  const [taken, shared] = [new Map<string, string | null>(), [] as string[]];
  app.on('lease', () => {
    const numbers = new Set<string>();
    for (const { id, label, number, state } of app.listLeases()) {
      if (state !== 'active' || number === null) continue;
      taken.set(id, label);
      if (numbers.has(number)) shared.push(number);
      numbers.add(number);
    }
  });
  return { taken, shared };
}

function attachmentOf(attachments: { name: string; body?: string }[]): string {
  const found = attachments.find(({ name }) => name.startsWith('SMS to +1'));
  return Buffer.from(found?.body ?? '', 'base64').toString();
}

function run(args: string[], cwd: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  return stdout + stderr;
}
