import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readResults, summary } from '../../build/scripts/testSummary.ts';
import { tiersOf } from '../../build/scripts/testTiers.ts';

const folder = mkdtempSync(join(tmpdir(), 'otp-dock-summary-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(tier: string, content: unknown): { report: string } {
  const file = join(folder, `${tier}.json`);
  writeFileSync(file, JSON.stringify(content));
  return { report: file };
}

const at = (file: string) => resolve(import.meta.dirname, '../..', file);

test('tests of all kinds are counted, and the slowest are named', () => {
  const unit = report('unit', {
    testResults: [
      {
        name: at('test/a.test.ts'),
        assertionResults: [
          { status: 'passed', fullName: 'adds', duration: 12 },
          { status: 'pending', fullName: 'waits', duration: null },
        ],
      },
      { name: at('test/a.it.test.ts'), assertionResults: [{ status: 'failed', fullName: 'stores', duration: 1500 }] },
    ],
  });
  const flow = (title: string, status: string, duration: number, desktop?: string) => ({
    title,
    file: 'desktop/menu.spec.ts',
    tests: [
      {
        status,
        results: [{ duration }],
        annotations: desktop === undefined ? [] : [{ type: 'desktop', description: desktop }],
      },
    ],
  });
  const flows = report('flow', {
    suites: [
      { specs: [flow('opens', 'expected', 3000, 'the electron double')] },
      { suites: [{ specs: [flow('breaks', 'unexpected', 200), flow('needed a second try', 'flaky', 100)] }] },
    ],
  });
  expect(summary([unit, flows].flatMap(readResults)).split('\n')).toEqual([
    'The slowest tests:',
    '  3.0 s  test/e2e/desktop/menu.spec.ts › opens',
    '  1.5 s  test/a.it.test.ts › stores',
    '  0.2 s  test/e2e/desktop/menu.spec.ts › breaks',
    '  0.1 s  test/e2e/desktop/menu.spec.ts › needed a second try',
    '  0.0 s  test/a.test.ts › adds',
    '  0.0 s  test/a.test.ts › waits',
    'Unit: 1 passed, 0 failed, 1 skipped',
    'Integration: 0 passed, 1 failed',
    'Flow: 1 passed, 2 failed',
    'Desktop flows ran on the electron double',
    '2 passed, 3 failed, 1 skipped',
  ]);
});

test('a tier that left no report, or half of one, counts nothing', () => {
  expect(readResults({ report: join(folder, 'none.json') })).toEqual([]);
  const half = join(folder, 'half.json');
  writeFileSync(half, '{"testResults": [');
  expect(readResults({ report: half })).toEqual([]);
  expect(summary([])).toBe('0 passed, 0 failed, 0 skipped');
});

test('all tiers but the slow one run unless some are named', () => {
  const ids = (...words: string[]) => tiersOf(words, folder).map(({ id }) => id);
  expect(ids()).toEqual(['unit', 'component', 'flow']);
  expect(ids('slow')).toEqual(['slow']);
  expect(ids('flow', 'unit')).toEqual(['unit', 'flow']);
  expect(() => ids('e2e')).toThrow('There is no tier “e2e”: name some of unit, component, flow, slow.');
  const [flow] = tiersOf(['flow', '--shard=1/2'], folder);
  expect(flow?.lanes[0]?.[0]?.args).toContain('--shard=1/2');
});
