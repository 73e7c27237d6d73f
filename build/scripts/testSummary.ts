/** The part of Vitest's JSON report that is counted. */
export interface VitestReport {
  testResults: { name: string; assertionResults: { status: string }[] }[];
}

/** The part of Playwright's JSON report that is counted. */
export interface E2eReport {
  suites: Suite[];
}

interface Suite {
  specs?: { title: string; file: string; tests: E2eTest[] }[];
  suites?: Suite[];
}

interface E2eTest {
  status: string;
  annotations: { type: string; description?: string }[];
}

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * How many tests of each kind ran, on what the desktop ones did, which end-to-end tests needed a second try, and the
 * sum in the last line.
 */
export function summary(vitest: VitestReport | null, e2e: E2eReport | null): string {
  const isIntegration = (name: string) => /\.it\.test\.tsx?$/.test(name);
  const files = vitest?.testResults ?? [];
  const unit = countStatuses(files.filter(({ name }) => !isIntegration(name)));
  const integration = countStatuses(files.filter(({ name }) => isIntegration(name)));
  const tests = (e2e?.suites ?? []).flatMap(testsOf);
  const flaky = tests.filter(({ status }) => status === 'flaky');
  const ends = count(tests.map(({ status }) => statusWords[status] ?? 'failed'));
  const hosts = new Set(
    tests.flatMap(({ annotations }) =>
      annotations.flatMap(({ type, description }) => (type === 'desktop' ? [description ?? ''] : [])),
    ),
  );
  const all = [unit, integration, ends];
  const sum = (key: keyof Count) => all.reduce((total, part) => total + part[key], 0);
  return [
    `Unit: ${words(unit)}`,
    `Integration: ${words(integration)}`,
    `End to end: ${words(ends)} (desktop: ${[...hosts].join(', ') || 'not run'})`,
    ...flaky.map(({ file, title }) => `Passed at the second try only: ${file} › ${title}`),
    `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`,
  ].join('\n');
}

/** Playwright's word for how a test came out, in ours. */
const statusWords: Partial<Record<string, string>> = { expected: 'passed', flaky: 'passed', skipped: 'skipped' };

function testsOf({ specs = [], suites = [] }: Suite): (E2eTest & { file: string; title: string })[] {
  return [
    ...specs.flatMap(({ tests, file, title }) => tests.map((test) => ({ ...test, file, title }))),
    ...suites.flatMap(testsOf),
  ];
}

function countStatuses(files: VitestReport['testResults']): Count {
  return count(files.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status)));
}

function count(statuses: string[]): Count {
  const of = (wanted: string) => statuses.filter((status) => status === wanted).length;
  const [passed, failed] = [of('passed'), of('failed')];
  return { passed, failed, skipped: statuses.length - passed - failed };
}

function words({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
