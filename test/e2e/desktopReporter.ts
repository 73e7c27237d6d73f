import type { Reporter, TestCase } from 'playwright/types/testReporter';

/** The annotation with which the desktop harness says what it launched. */
export const desktopAnnotation = 'desktop';

/** Says at the end whether the desktop specs saw the real Electron or its double. */
export default class DesktopReporter implements Reporter {
  readonly #seen = new Map<string, number>();

  onTestEnd(test: TestCase): void {
    const kinds = test.annotations.filter(({ type }) => type === desktopAnnotation);
    for (const kind of new Set(kinds.map(({ description }) => description ?? ''))) {
      this.#seen.set(kind, (this.#seen.get(kind) ?? 0) + 1);
    }
  }

  onEnd(): void {
    for (const [kind, count] of this.#seen) {
      process.stdout.write(`Desktop specs ran on: ${kind} (${count} ${count === 1 ? 'test' : 'tests'})\n`);
    }
  }

  printsToStdio(): boolean {
    return false;
  }
}
