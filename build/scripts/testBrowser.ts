import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { chromiumPath } from '../../test/e2e/harness/chromium.ts';

/** Sees to a Chromium for the end-to-end tests: the system's, or Playwright's own. What to do when there is none, else null. */
export async function browserMissing(root: string): Promise<string | null> {
  if (chromiumPath() !== null || existsSync(chromium.executablePath())) return null;
  process.stdout.write('No Chromium or Chrome on this machine: letting Playwright install one for the tests.\n');
  spawnSync(process.execPath, [join(root, 'node_modules/playwright/cli.js'), 'install', 'chromium'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (existsSync(chromium.executablePath())) return null;
  return [
    'The end-to-end tests need Chromium or Chrome, and none is here.',
    'Install one (on Debian and Ubuntu: sudo apt-get install chromium), or set CHROMIUM_PATH, and run npm test again.',
  ].join('\n');
}
