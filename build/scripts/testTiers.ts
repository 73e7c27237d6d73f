import { spawn } from 'node:child_process';
import { join } from 'node:path';

interface Command {
  /** Relative to node_modules. */
  script: string;
  args: string[];
  env?: Record<string, string>;
  /** Its output is held back until it ends, so that it does not mix with that of the commands beside it. */
  aside?: boolean;
}

export interface Tier {
  /** The name on the command line. */
  id: string;
  name: string;
  /** Whether it needs Chromium. */
  browser: boolean;
  /** Lanes run in parallel; the commands of a lane run one after the other. */
  lanes: Command[][];
  /** The path of its results. */
  report: string;
}

const checked = ['electron', 'renderer', 'test', 'build', 'examples', '*.config.ts'];

const checks: Command[] = [
  { script: 'typescript/bin/tsc', args: ['--noEmit'], aside: true },
  { script: 'oxlint/bin/oxlint', args: ['-c', '.oxlint.config.ts', '--deny-warnings'], aside: true },
  { script: 'knip/bin/knip.js', args: ['--no-progress'], aside: true },
  { script: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level=warn', ...checked], aside: true },
];

function vitest(projects: string[], report: string): Command {
  const args = ['run', '--config', 'test/vitest.config.ts', '--no-color', '--reporter=default', '--reporter=json'];
  return {
    script: 'vitest/vitest.mjs',
    args: [...args, `--outputFile.json=${report}`, ...projects.flatMap((name) => ['--project', name])],
  };
}

/**
 * The tiers with these names; without names those of `npm test`, which are all but the slow one. `--shard=1/2` goes to
 * the flows. Throws for any unknown word.
 */
export function tiersOf(words: string[], reports: string): Tier[] {
  const shard = words.filter((word) => word.startsWith('--shard='));
  const names = words.filter((word) => !shard.includes(word));
  const report = (id: string) => join(reports, `${id}.json`);
  const all: Tier[] = [
    {
      id: 'unit',
      name: 'Types, lint, format; unit and integration',
      browser: false,
      lanes: [checks, [vitest(['unit', 'alone', 'integration'], report('unit'))]],
      report: report('unit'),
    },
    {
      id: 'component',
      name: 'Components',
      browser: true,
      lanes: [[vitest(['component', 'component in Hindi'], report('component'))]],
      report: report('component'),
    },
    {
      id: 'flow',
      name: 'Flows',
      browser: true,
      lanes: [
        [
          {
            script: 'playwright/cli.js',
            args: ['test', '--config', 'test/e2e/playwright.config.ts', ...shard],
            env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report('flow') },
          },
        ],
      ],
      report: report('flow'),
    },
    {
      id: 'slow',
      name: 'Slow ones',
      // The example's tests need it.
      browser: true,
      lanes: [[vitest(['slow'], report('slow'))]],
      report: report('slow'),
    },
  ];
  const unknown = names.filter((name) => !all.some(({ id }) => id === name));
  if (unknown.length > 0) {
    throw new Error(`There is no tier “${unknown[0]}”: name some of ${all.map(({ id }) => id).join(', ')}.`);
  }
  return all.filter(({ id }) => (names.length > 0 ? names.includes(id) : id !== 'slow'));
}

/** Returns whether all commands of all lanes succeeded. */
export async function runLanes(root: string, lanes: Command[][]): Promise<boolean> {
  const results = await Promise.all(lanes.map((lane) => runLane(root, lane)));
  return results.every(Boolean);
}

async function runLane(root: string, lane: Command[]): Promise<boolean> {
  let right = true;
  for (const command of lane) right = (await runCommand(root, command)) && right;
  return right;
}

function runCommand(root: string, { script, args, env = {}, aside = false }: Command): Promise<boolean> {
  const file = join(root, 'node_modules', script);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], {
    cwd: root,
    stdio: ['ignore', aside ? 'pipe' : 'inherit', aside ? 'pipe' : 'inherit'],
    env: { ...process.env, ...env },
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk));
  return new Promise((done, fail) =>
    child.once('error', fail).once('close', (code) => {
      if (code !== 0) process.stdout.write(Buffer.concat(said));
      done(code === 0);
    }),
  );
}
