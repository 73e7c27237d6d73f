import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'playwright/test';

/** A new folder. Playwright removes it when the test passes, or before the next run. */
export function testFolder(prefix: string): string {
  const { outputDir } = test.info();
  mkdirSync(outputDir, { recursive: true });
  return mkdtempSync(join(outputDir, prefix));
}
