import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { component } from './component/project.ts';

const root = resolve(import.meta.dirname, '..');

/** A property that is tried more often may take the longer. */
const unitTimeout = 10_000 * Number(process.env['OTP_DOCK_RUNS'] ?? 1);

const [integration, alone, slow] = ['it', 'alone', 'slow'].map((kind) => `test/**/*.${kind}.test.{ts,tsx}`) as [
  string,
  string,
  string,
];

export default defineConfig({
  root,
  // `.env` may hold a tester's own credentials; no test may see them.
  envDir: false,
  test: {
    // Many of the tests wait for processes and sockets: two at a time also where there are but two processors.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    environment: 'node',
    exclude: ['test/e2e/**'],
    setupFiles: ['test/support/phrases.ts'],
    // Files share a process and the modules that it has loaded: loading them anew for each would take longer than the tests.
    isolate: false,
    // Waits for an event end with the test's own time.
    expect: { poll: { timeout: 10_000, interval: 20 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [integration, alone, slow, 'test/component/**'],
          testTimeout: unitTimeout,
        },
      },
      {
        extends: true,
        test: {
          // Has a process of its own: it mocks a module, or loads the user interface in another language.
          name: 'alone',
          include: [alone],
          isolate: true,
          testTimeout: 10_000,
        },
      },
      {
        extends: true,
        test: {
          // Real sockets, files and child processes.
          name: 'integration',
          include: [integration],
          globalSetup: 'test/support/postgres/cluster.ts',
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          // Marathons.
          name: 'slow',
          include: [slow],
          globalSetup: 'test/support/postgres/cluster.ts',
          testTimeout: 600_000,
        },
      },
      component('component', 'en', 'test/component/*.test.ts'),
      component('component in Hindi', 'hi', 'test/component/hindi/*.test.ts'),
    ],
  },
});
