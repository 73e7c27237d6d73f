import { existsSync } from 'node:fs';
import type { LaunchOptions } from 'playwright';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** CHROMIUM_PATH, else the system's browser, else null for Playwright's own (`npx playwright install chromium`). */
export function chromiumPath(): string | null {
  return process.env['CHROMIUM_PATH'] || (places.find((place) => existsSync(place)) ?? null);
}

/** Chromium without the browser around it, as Debian packages it: a new page takes a quarter of the work. */
const headlessShell = '/usr/bin/chromium-headless-shell';

/** Like `chromiumOptions`, but with the lighter Chromium where there is one. */
export function pageOptions(): ReturnType<typeof chromiumOptions> {
  const isThere = !process.env['CHROMIUM_PATH'] && existsSync(headlessShell);
  return { ...chromiumOptions(), ...(isThere && { executablePath: headlessShell }) };
}

/** How every end-to-end test starts Chromium: without its own network calls. */
export function chromiumOptions(): Pick<LaunchOptions, 'executablePath' | 'args'> {
  const path = chromiumPath();
  // Chromium refuses to run as root with its sandbox, and containers often run as root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return {
    ...(path ? { executablePath: path } : {}),
    args: [...asRoot, '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  };
}
