import { homedir } from 'node:os';
import { join } from 'node:path';

const name = 'OTP Dock';

/** The platform's folder for app data, the same for the desktop app, the headless host and the command line. */
export function defaultDataDir(platform = process.platform, env = process.env, home = homedir()): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), name);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', name);
  return join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), name);
}
