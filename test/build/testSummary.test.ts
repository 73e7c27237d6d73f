import { expect, test } from 'vitest';
import { summary } from '../../build/scripts/testSummary.ts';

const e2eTest = (status: string, desktop?: string) => ({
  status,
  annotations: desktop === undefined ? [] : [{ type: 'desktop', description: desktop }],
});
const spec = (title: string, ...tests: ReturnType<typeof e2eTest>[]) => ({ title, file: 'inbox.spec.ts', tests });

test('tests of all kinds are counted, and those that passed at the second try only are named', () => {
  const vitest = {
    testResults: [
      { name: 'a.test.ts', assertionResults: [{ status: 'passed' }, { status: 'pending' }] },
      { name: 'a.it.test.ts', assertionResults: [{ status: 'failed' }] },
    ],
  };
  const e2e = {
    suites: [
      { specs: [spec('opens', e2eTest('expected', 'the electron double'))] },
      { suites: [{ specs: [spec('scrolls', e2eTest('flaky')), spec('breaks', e2eTest('unexpected'))] }] },
    ],
  };
  expect(summary(vitest, e2e).split('\n')).toEqual([
    'Unit: 1 passed, 0 failed, 1 skipped',
    'Integration: 0 passed, 1 failed',
    'End to end: 2 passed, 1 failed (desktop: the electron double)',
    'Passed at the second try only: inbox.spec.ts › scrolls',
    '3 passed, 2 failed, 1 skipped',
  ]);
});

test('a step that left no report counts nothing, and says so', () => {
  expect(summary(null, null)).toContain('End to end: 0 passed, 0 failed (desktop: not run)');
});
