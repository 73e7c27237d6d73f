import { resolve } from 'node:path';
import { defineConfig } from 'playwright/test';
import { pageOptions } from './harness/chromium.ts';

const root = resolve(import.meta.dirname, '../..');

export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '**/*.spec.ts',
  outputDir: resolve(root, 'test-results/e2e'),
  preserveOutput: 'failures-only',
  globalSetup: resolve(import.meta.dirname, 'globalSetup.ts'),
  workers: 2,
  // Of a story in several steps; on a machine that is busy with something else it may well take as long.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [
    ['list'],
    [resolve(import.meta.dirname, 'desktopReporter.ts')],
    // `npm test` reads its summary from this file.
    ...(process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['json'] as const] : []),
  ],
  use: {
    browserName: 'chromium',
    launchOptions: pageOptions(),
    // A trace of every test costs a third of the whole run; TRACE=1 records them where one is looked for.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    // A countdown that moves smoothly costs more than all else that these pages do.
    contextOptions: { reducedMotion: 'reduce' },
  },
});
