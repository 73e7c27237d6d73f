import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { validateWorkflow } from '@action-validator/core';
import { describe, expect, it } from 'vitest';

const folder = resolve(import.meta.dirname, '../../.github/workflows');
const workflows = readdirSync(folder).map((name) => ({ name, text: readFileSync(resolve(folder, name), 'utf8') }));
const errorsOf = (text: string) => (validateWorkflow(text) as { errors: unknown[] }).errors;

describe.each(workflows)('the workflow $name', ({ text }) => {
  it('is one by the schema of GitHub', () => {
    expect(errorsOf(text)).toEqual([]);
    expect(errorsOf(text.replace('runs-on:', 'run-on:'))).not.toEqual([]);
  });

  it('may read the sources and nothing else, and leaves no credentials behind for what it installs', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n\n/m);
    expect(text).not.toMatch(/pull_request_target|write-all|: write\b/);
    const checkouts = text.match(/uses: actions\/checkout@/g) ?? [];
    expect(text.match(/persist-credentials: false/g)).toHaveLength(checkouts.length);
  });

  it('uses actions of GitHub alone, each by its version', () => {
    const used = [...text.matchAll(/uses: (\S+)/g)].map((match) => match[1]!);
    expect(used.filter((action) => !/^actions\/[\w-]+@(v\d+|[0-9a-f]{40})$/.test(action))).toEqual([]);
  });

  it('puts nothing that a stranger can name into a command', () => {
    const commands = text.split('\n').filter((line) => /^\s*(- )?run:/.test(line));
    expect(commands.filter((line) => line.includes('${{'))).toEqual([]);
  });
});

it('the app is tested, in shards where that takes longest, and its installers are made on three systems', () => {
  const { text } = workflows.find(({ name }) => name === 'ci.yml')!;
  expect(text.match(/os: \[ubuntu-latest, macos-latest, windows-latest\]/g)).toHaveLength(3);
  expect(text).toContain('xvfb-run --auto-servernum npm test -- flow --shard=$SHARD');
  expect(text).toContain('run: npm run test:slow');
  expect(text).toContain('needs: [test, flows, slow]');
  expect(text).toContain("if: startsWith(github.ref, 'refs/tags/v')");
});
