import { playwright } from '@vitest/browser-playwright';
import type { TestProjectInlineConfiguration } from 'vitest/config';
import type { Language } from '../../electron/contract/words/languages.ts';
import { pageOptions } from '../e2e/harness/chromium.ts';
import { browserCommands } from './support/commands.ts';

/** The interface on a fake host, in a real browser; one loaded page for all its files. */
export function component(name: string, language: Language, include: string): TestProjectInlineConfiguration {
  return {
    extends: true,
    // React as people get it: its development form draws a dialog ten times slower.
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { development: false } },
    // All at once: what is found while tests run would load React a second time.
    optimizeDeps: {
      entries: ['renderer/main.tsx', 'test/component/**/*.ts'],
      include: ['react/jsx-runtime', 'react-dom/client', 'libphonenumber-js/min/metadata'],
    },
    test: {
      name,
      include: [include],
      provide: { language },
      testTimeout: 30_000,
      browser: {
        enabled: true,
        headless: true,
        // Names and texts as people look for them: a part will do, in any case.
        locators: { exact: false },
        screenshotFailures: false,
        viewport: { width: 1280, height: 720 },
        provider: playwright({
          launchOptions: pageOptions(),
          contextOptions: { reducedMotion: 'reduce' },
        }),
        commands: browserCommands,
        instances: [{ browser: 'chromium' }],
      },
    },
  };
}
