import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/**
 * The arguments for electron-builder. OTP_DOCK_UPDATE_URL is the https address where the installers will be published
 * and where the app looks for updates. It is written into the app, so that nothing can change it later. Throws if the
 * address is not https.
 */
export function distArguments(given: readonly string[], environment: NodeJS.ProcessEnv): string[] {
  const url = environment['OTP_DOCK_UPDATE_URL']?.trim();
  const feed = url ? ['-c.publish.provider=generic', `-c.publish.url=${checked(url)}`] : [];
  return ['--publish', 'never', ...feed, ...given];
}

function checked(url: string): string {
  if (URL.canParse(url) && new URL(url).protocol === 'https:') return url;
  throw new Error('OTP_DOCK_UPDATE_URL must be an https address: what comes from there is installed.');
}

function run(script: string, args: string[]): void {
  const { status } = spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** Builds the app and makes the installers for this platform, or the ones that the arguments name. */
if (import.meta.main) {
  const args = distArguments(process.argv.slice(2), process.env);
  run('build/scripts/build.ts', []);
  run('node_modules/electron-builder/cli.js', args);
}
