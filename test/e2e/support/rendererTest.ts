import { test as base } from 'playwright/test';
import type { AppState } from '../../../electron/contract/state.ts';
import { openOn, type Host } from './host.ts';
import { serveRenderer } from './serveRenderer.ts';

interface TestFixtures {
  /** Opens the interface on a host with this state, at the examples' instant. */
  open(state: AppState, place?: 'inbox' | 'settings'): Promise<Host>;
}

interface WorkerFixtures {
  origin: string;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  origin: [
    // Playwright reads the fixtures that are needed from the pattern, so it has to be there, empty or not.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = await serveRenderer(process.env['OTP_DOCK_RENDERER']);
      await use(server.origin);
      await server.close();
    },
    { scope: 'worker' },
  ],
  open: async ({ page, origin }, use) => {
    await use((state, place) => openOn(page, origin, state, place));
  },
});

export { expect } from 'playwright/test';
