import { defineConfig } from '@playwright/test';
import { OtpDock } from 'otp-dock/client';
import type { PhoneFixtures, PhoneWorkerFixtures } from 'otp-dock/playwright';

const port = Number(process.env.APP_PORT ?? 3000);

// null where the numbers are real: then the app talks to Twilio as ever.
const { capture } = await new OtpDock().connected();
const captured = capture && {
  TWILIO_API_BASE_URL: capture.baseUrl,
  TWILIO_ACCOUNT_SID: capture.accountSid,
  ...(capture.authToken && { TWILIO_AUTH_TOKEN: capture.authToken }),
};

export default defineConfig<PhoneFixtures, PhoneWorkerFixtures>({
  testDir: 'tests',
  fullyParallel: true,
  workers: 8,
  reporter: [['list'], ['html', { open: 'never' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    // `renewal` would keep each number for the next test, which costs far less where numbers are real.
    phoneOptions: { country: 'US', type: 'local', policy: 'release' },
    launchOptions: process.env.CHROMIUM_PATH
      ? { executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox'] }
      : {},
  },
  webServer: { command: 'node server.js', port, ...(captured && { env: captured }) },
});
