import { homedir } from 'node:os';
import { join } from 'node:path';
import { AppError, appError } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';
import { preparePrivateFolder, shutFilesIn } from './privateFiles.ts';

const say = phrases.host;

const name = 'OTP Dock';

/** The platform's folder for app data: the same for the desktop app, the headless host and the command line. */
export function defaultDataDir(platform = process.platform, env = process.env, home = homedir()): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), name);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', name);
  return join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), name);
}

/** The automation API token; the command line uses it to log in. */
export const tokenFileName = 'api-token';

/** The subfolders that hold our files. */
const folders = ['logs', 'secrets'];

/** Creates the folder, or makes it and its contents private; see preparePrivateFolder. Throws STORAGE_FAILED. */
export function makeDataDir(dataDir: string): void {
  try {
    preparePrivateFolder(dataDir);
    // If others could read the token, a new one is made (see openToken).
    shutFilesIn(dataDir, folders, [tokenFileName]);
  } catch (thrown) {
    throw folderUnusable(dataDir, thrown);
  }
}

/** STORAGE_FAILED with the system's error code. */
export function folderUnusable(dataDir: string, thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : null;
  const message =
    code === null ? say.folderUnusable({ folder: dataDir }) : say.folderUnusableFor({ folder: dataDir, code });
  return appError('STORAGE_FAILED', message, say.folderUnusableHint);
}
