import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import type { Language } from '../electron/contract/choices.ts';
import { browserCommands } from './component/support/commands.ts';
import { pageOptions } from './e2e/harness/chromium.ts';

const root = resolve(import.meta.dirname, '..');

/** The interface on a fake host, in a real browser; one loaded page for all its files. */
function component(name: string, language: Language, include: string): TestProjectInlineConfiguration {
  return {
    extends: true,
    // React as people get it: its development form draws a dialog ten times slower.
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { development: false } },
    // All at once: what is found while tests run would load React a second time.
    optimizeDeps: {
      entries: ['renderer/main.tsx', 'test/component/**/*.ts'],
      include: ['react/jsx-runtime', 'react-dom/client'],
    },
    test: {
      name,
      include: [include],
      provide: { language },
      testTimeout: 30_000,
      expect: { poll: { timeout: 10_000 } },
      isolate: false,
      browser: {
        enabled: true,
        headless: true,
        // Names and texts as people look for them: a part will do, in any case.
        locators: { exact: false },
        screenshotFailures: false,
        viewport: { width: 1280, height: 720 },
        provider: playwright({
          launchOptions: pageOptions(),
          contextOptions: { permissions: ['clipboard-read', 'clipboard-write'], reducedMotion: 'reduce' },
        }),
        commands: browserCommands,
        instances: [{ browser: 'chromium' }],
      },
    },
  };
}

export default defineConfig({
  root,
  // `.env` may hold a tester's own credentials; no test may see them.
  envDir: false,
  test: {
    // Many of the tests wait for processes and sockets: two at a time also where there are but two processors.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/**/*.it.test.{ts,tsx}', 'test/component/**', 'test/e2e/**'],
          // Most take milliseconds; the property tests take seconds on a machine that is busy with something else.
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          // Real sockets, files and child processes.
          name: 'integration',
          environment: 'node',
          include: ['test/**/*.it.test.{ts,tsx}'],
          exclude: ['test/e2e/**'],
          testTimeout: 30_000,
        },
      },
      component('component', 'en', 'test/component/*.test.ts'),
      component('component in Hindi', 'hi', 'test/component/hindi/*.test.ts'),
    ],
  },
});
