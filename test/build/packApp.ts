import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { distArguments } from '../../build/scripts/dist.ts';

const root = resolve(import.meta.dirname, '../..');

/**
 * Packs the app with electron-builder itself, for Linux whatever system this is, up to the folder that installers are made
 * of, in `folder`. Resolves with that folder.
 */
export async function packApp(folder: string): Promise<string> {
  const places = [`-c.electronDist=${standInElectron(folder)}`, `-c.directories.output=${folder}/out`];
  const own = ['--linux', '--x64', '--dir', ...places];
  const given = distArguments(own, { OTP_DOCK_UPDATE_URL: 'https://updates.example/otp-dock' });
  const cli = join(root, 'node_modules/electron-builder/cli.js');
  await promisify(execFile)(process.execPath, [cli, ...given], { cwd: root, maxBuffer: 2 ** 26 });
  return join(folder, 'out/linux-unpacked');
}

/** What electron-builder takes for Electron: the files that it changes, and a place for the fuses as in the binary. */
function standInElectron(folder: string): string {
  const electron = join(folder, 'electron');
  mkdirSync(join(electron, 'resources'), { recursive: true });
  mkdirSync(join(electron, 'locales'));
  for (const locale of ['de', 'en-GB', 'en-US', 'fr', 'hi']) writeFileSync(join(electron, `locales/${locale}.pak`), '');
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version']) writeFileSync(join(electron, name), name);
  const fuses = Buffer.from('000000000'.replaceAll('0', '1'));
  const wire = [Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, fuses.length]), fuses];
  writeFileSync(join(electron, 'electron'), Buffer.concat([Buffer.alloc(64), ...wire, Buffer.alloc(64)]));
  chmodSync(join(electron, 'electron'), 0o755);
  return electron;
}
