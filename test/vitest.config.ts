import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

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
          exclude: ['test/**/*.it.test.{ts,tsx}', 'test/e2e/**'],
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
    ],
  },
});
