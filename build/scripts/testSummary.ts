import { readFileSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const slowestShown = 15;

export interface TestResult {
  kind: Kind;
  /** Relative to the project's root. */
  file: string;
  title: string;
  status: 'passed' | 'failed' | 'skipped';
  ms: number;
  /** What a flow launched as the desktop app. */
  desktop?: string;
}

type Kind = (typeof kinds)[number];
const kinds = ['Unit', 'Integration', 'Component', 'Flow', 'Slow'] as const;

/** The part of Vitest's JSON report that we read. */
interface VitestReport {
  testResults: {
    name: string;
    assertionResults: { status: string; fullName: string; duration?: number | null }[];
  }[];
}

/** The part of Playwright's JSON report that we read. */
interface PlaywrightReport {
  suites: Suite[];
}

interface Suite {
  specs?: {
    title: string;
    file: string;
    tests: {
      status: string;
      annotations: { type: string; description?: string }[];
      results: { duration: number }[];
    }[];
  }[];
  suites?: Suite[];
}

/** The results of a tier; none when it was cut off before its report was complete. */
export function readResults({ report }: { report: string }): TestResult[] {
  let content: VitestReport | PlaywrightReport;
  try {
    content = JSON.parse(readFileSync(report, 'utf8')) as VitestReport | PlaywrightReport;
  } catch {
    return [];
  }
  return 'suites' in content ? content.suites.flatMap(flowsOf) : vitestResults(content, basename(report, '.json'));
}

function vitestResults({ testResults }: VitestReport, tier: string): TestResult[] {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ status, fullName, duration }) => ({
      kind: kindOf(name, tier),
      file: relative(root, name),
      title: fullName,
      status: status === 'passed' || status === 'failed' ? status : 'skipped',
      ms: duration ?? 0,
    })),
  );
}

function kindOf(file: string, tier: string): Kind {
  if (tier === 'slow') return 'Slow';
  if (tier === 'component') return 'Component';
  return /\.it\.test\.tsx?$/.test(file) ? 'Integration' : 'Unit';
}

function flowsOf({ specs = [], suites = [] }: Suite): TestResult[] {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests.map(({ status, annotations, results }): TestResult => {
      const desktop = annotations.find(({ type }) => type === 'desktop')?.description;
      return {
        kind: 'Flow',
        file: `test/e2e/${file}`,
        title,
        status: status === 'expected' ? 'passed' : status === 'skipped' ? 'skipped' : 'failed',
        ms: results.reduce((sum, { duration }) => sum + duration, 0),
        ...(desktop !== undefined && { desktop }),
      };
    }),
  );
  return [...own, ...suites.flatMap(flowsOf)];
}

/** The slowest tests, the number of each kind, what the desktop flows ran on, and the total in the last line. */
export function summary(results: TestResult[]): string {
  const slowest = results.toSorted((a, b) => b.ms - a.ms).slice(0, slowestShown);
  const hosts = new Set(results.flatMap(({ desktop }) => desktop ?? []));
  return [
    ...(slowest.length > 0 ? ['The slowest tests:'] : []),
    ...slowest.map(({ ms, file, title }) => `  ${(ms / 1000).toFixed(1)} s  ${file} › ${title}`),
    ...kinds.flatMap((kind) => {
      const own = results.filter((result) => result.kind === kind);
      return own.length > 0 ? [`${kind}: ${countsOf(own)}`] : [];
    }),
    ...[...hosts].map((host) => `Desktop flows ran on ${host}`),
    countsOf(results, true),
  ].join('\n');
}

function countsOf(results: TestResult[], always = false): string {
  const count = (wanted: TestResult['status']) => results.filter(({ status }) => status === wanted).length;
  const skipped = count('skipped');
  return `${count('passed')} passed, ${count('failed')} failed${skipped > 0 || always ? `, ${skipped} skipped` : ''}`;
}
