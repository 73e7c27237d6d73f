import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { browserMissing } from './testBrowser.ts';
import { summary, type E2eReport, type VitestReport } from './testSummary.ts';

const root = resolve(import.meta.dirname, '../..');
const reports = join(root, 'test-results');
const modules = join(root, 'node_modules');
const [vitestReport, e2eReport] = [join(reports, 'vitest.json'), join(reports, 'e2e.json')];

interface Step {
  name: string;
  script: string;
  args: string[];
  env?: Record<string, string>;
}

const steps: Step[] = [
  { name: 'Types', script: 'typescript/bin/tsc', args: ['--noEmit'] },
  { name: 'Lint', script: 'oxlint/bin/oxlint', args: ['--deny-warnings'] },
  {
    name: 'Format',
    script: 'prettier/bin/prettier.cjs',
    args: ['--check', '--log-level=warn', 'electron', 'renderer', 'test', 'build', 'examples', 'vite.config.ts'],
  },
  {
    name: 'Unit and integration',
    script: 'vitest/vitest.mjs',
    args: [
      'run',
      '--config',
      'test/vitest.config.ts',
      '--reporter=default',
      '--no-color',
      '--reporter=json',
      `--outputFile.json=${vitestReport}`,
    ],
  },
  {
    name: 'End to end',
    script: 'playwright/cli.js',
    args: ['test', '--config', 'test/e2e/playwright.config.ts'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport },
  },
];

function run({ script, args, env = {} }: Step): Promise<boolean> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(modules, script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return new Promise((done, fail) => child.once('error', fail).once('close', (code) => done(code === 0)));
}

function read<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return null;
  }
}

async function main(): Promise<boolean> {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const missing = await browserMissing(root);
  if (missing) {
    process.stderr.write(`${missing}\n`);
    return false;
  }
  const failed: string[] = [];
  for (const step of steps) {
    const began = performance.now();
    process.stdout.write(`\n── ${step.name}\n`);
    const right = await run(step);
    process.stdout.write(
      `── ${step.name}: ${right ? 'ok' : 'FAILED'} (${Math.round((performance.now() - began) / 1000)} s)\n`,
    );
    if (!right) failed.push(step.name);
  }
  if (failed.length > 0) process.stdout.write(`\nFAILED: ${failed.join(', ')}\n`);
  process.stdout.write(`\n${summary(read<VitestReport>(vitestReport), read<E2eReport>(e2eReport))}\n`);
  return failed.length === 0;
}

process.exitCode = (await main()) ? 0 : 1;
