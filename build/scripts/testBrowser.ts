import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { chromiumPath } from '../../test/e2e/harness/chromium.ts';

/**
 * Finds a Chromium for the tests: the system's, else Playwright's own, else it installs the Debian or Ubuntu package.
 * Returns what to do when there is none, else null.
 */
export async function browserMissing(root: string): Promise<string | null> {
  const isThere = () => chromiumPath() !== null || existsSync(chromium.executablePath());
  if (isThere()) return null;
  process.stdout.write('No Chromium or Chrome on this machine: letting Playwright install one for the tests.\n');
  run([process.execPath, join(root, 'node_modules/playwright/cli.js'), 'install', 'chromium']);
  if (isThere()) return null;
  installPackage();
  if (isThere()) return null;
  return [
    'They need Chromium or Chrome, and none is here.',
    'Install one (on Debian and Ubuntu: sudo apt-get install chromium), or set CHROMIUM_PATH, and run npm test again.',
  ].join(' ');
}

/** Runs as root, or with a sudo that needs no password: a test run must not wait for one. */
function installPackage(): void {
  if (process.platform !== 'linux' || !works(['apt-get', '--version'])) return;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '--non-interactive'];
  if (asRoot.length > 0 && !works([...asRoot, 'true'])) return;
  process.stdout.write('Installing the package chromium for the tests.\n');
  const apt = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq'];
  if (!run([...apt, 'update']) || !run([...apt, 'install', '--yes', 'chromium'])) return;
  // A lighter one, only for pages; the tests also run without it.
  run([...apt, 'install', '--yes', 'chromium-headless-shell']);
}

function run([command = '', ...args]: string[]): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

function works([command = '', ...args]: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
