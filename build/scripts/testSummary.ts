/** The part of Vitest's JSON report that is counted. */
export interface VitestReport {
  testResults: { name: string; assertionResults: { status: string }[] }[];
}

/** The part of Playwright's JSON report that is counted. */
export interface E2eReport {
  suites: Suite[];
}

interface Suite {
  specs?: { ok: boolean; tests: { status: string; annotations: { type: string; description?: string }[] }[] }[];
  suites?: Suite[];
}

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** How many tests of each kind ran, on what the desktop ones did, and the sum in the last line. */
export function summary(vitest: VitestReport | null, e2e: E2eReport | null): string {
  const isIntegration = (name: string) => /\.it\.test\.tsx?$/.test(name);
  const files = vitest?.testResults ?? [];
  const unit = countStatuses(files.filter(({ name }) => !isIntegration(name)));
  const integration = countStatuses(files.filter(({ name }) => isIntegration(name)));
  const tests = (e2e?.suites ?? []).flatMap(testsOf);
  const ends = count(
    tests.map(({ status }) => (status === 'expected' ? 'passed' : status === 'skipped' ? 'skipped' : 'failed')),
  );
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
    `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`,
  ].join('\n');
}

function testsOf(suite: Suite): { status: string; annotations: { type: string; description?: string }[] }[] {
  return [...(suite.specs ?? []).flatMap(({ tests }) => tests), ...(suite.suites ?? []).flatMap(testsOf)];
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
