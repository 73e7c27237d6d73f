import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { npm } from '../../build/scripts/packClient.ts';
import { chromiumPath } from '../e2e/harness/chromium.ts';

const root = resolve(import.meta.dirname, '../..');

/** How Playwright's JSON reporter tells of a run; what is used of it. */
interface Report {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites: Suite[];
}
interface Suite {
  suites?: Suite[];
  specs?: { title: string; tests: { results: Result[] }[] }[];
}
interface Result {
  workerIndex: number;
  attachments: { name: string; body?: string }[];
}

export interface ExampleRun {
  output: string;
  report: Report;
  results: (Result & { title: string })[];
}

/** The example in an empty folder, with the packed client installed as a stranger would, and Playwright beside it. */
export function installExample(folder: string, tarball: string): string {
  const example = join(folder, 'sign-up');
  cpSync(join(root, 'examples/sign-up'), example, {
    recursive: true,
    filter: (file) => !file.includes('node_modules'),
  });
  // The client has no dependencies, so that nothing has to come over the network.
  const plain = join(folder, 'plain');
  mkdirSync(plain);
  npm(['install', tarball, '--prefix', plain, '--offline', '--no-audit', '--no-fund', '--no-package-lock'], plain);
  const modules = join(example, 'node_modules');
  cpSync(join(plain, 'node_modules/otp-dock'), join(modules, 'otp-dock'), { recursive: true });
  addPlaywrightTest(join(modules, '@playwright/test'));
  for (const name of ['playwright', 'playwright-core', 'twilio'])
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
  return example;
}

/** What the package of that name is: another name for `playwright/test`. The project itself has the latter alone. */
function addPlaywrightTest(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(join(folder, 'index.js'), "export * from 'playwright/test';\n");
  writeFileSync(join(folder, 'index.d.ts'), "export * from 'playwright/test';\n");
}

/** Runs the example's tests; `env` says where OTP Dock is, and what the app is started with. */
export async function runExample(example: string, args: string[], env: Record<string, string>): Promise<ExampleRun> {
  const file = join(example, 'report.json');
  const chromium = chromiumPath();
  const { PATH = '', SystemRoot = '', HOME = '', TEMP = '' } = process.env;
  const child = spawn(
    process.execPath,
    [join(example, 'node_modules/playwright/cli.js'), 'test', '--reporter=json', ...args],
    {
      cwd: example,
      env: {
        ...{ PATH, SystemRoot, HOME, TEMP },
        ...(chromium && { CHROMIUM_PATH: chromium }),
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (!existsSync(file)) throw new Error(`The example did not run:\n${stdout}\n${stderr}`);
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  return { output: `${stdout}\n${stderr}`, report, results: report.suites.flatMap(resultsOf) };
}

function resultsOf(suite: Suite): ExampleRun['results'] {
  const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests.flatMap(({ results }) => results.map((result) => ({ ...result, title }))),
  );
  return [...own, ...(suite.suites ?? []).flatMap(resultsOf)];
}
