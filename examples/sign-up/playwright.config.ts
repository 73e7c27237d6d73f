import { defineConfig } from '@playwright/test';
import type { PhoneFixtures, PhoneWorkerFixtures } from 'otp-dock/playwright';

const port = Number(process.env.APP_PORT ?? 3000);

export default defineConfig<PhoneFixtures, PhoneWorkerFixtures>({
  testDir: 'tests',
  fullyParallel: true,
  workers: 8,
  reporter: [['list'], ['html', { open: 'never' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    // `renewal` would keep each number for the next test, which costs far less on a real account.
    phoneOptions: { country: 'US', type: 'local', policy: 'release' },
    launchOptions: process.env.CHROMIUM_PATH
      ? { executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox'] }
      : {},
  },
  webServer: { command: 'node server.js', port },
});
