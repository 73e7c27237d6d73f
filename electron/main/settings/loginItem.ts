import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App as ElectronApp } from 'electron';
import { appError } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';
import type { Desktop } from '../desktop.ts';
import { followSetting } from './followSetting.ts';

const say = phrases.host;

/** Starts the app without showing its window. */
const hiddenFlag = '--hidden';

interface LoginItemOptions extends Pick<Desktop, 'app' | 'platform' | 'view'> {
  electron: Pick<ElectronApp, 'setLoginItemSettings' | 'isPackaged' | 'getPath' | 'getAppPath'>;
  env: NodeJS.ProcessEnv;
  /** Of this start, and for the one at login. */
  flags: readonly string[];
}

/** Has the system start the app at login, without its window, as Settings say. */
export function followLogin(options: LoginItemOptions): void {
  const { app, view } = options;
  followSetting(app, 'startAtLogin', false, (startAtLogin) => {
    try {
      set(startAtLogin, options);
      view.change({ loginProblem: null });
    } catch (thrown) {
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      const { failure } = appError('INTERNAL', say.loginNotSet({ reason }), say.loginNotSetHint);
      view.change({ loginProblem: failure });
    }
  });
}

function set(openAtLogin: boolean, { electron, platform, env, flags }: LoginItemOptions): void {
  const args = [hiddenFlag, ...flags];
  if (platform !== 'linux') return electron.setLoginItemSettings({ openAtLogin, args });
  const folder = join(env['XDG_CONFIG_HOME'] || join(electron.getPath('home'), '.config'), 'autostart');
  const file = join(folder, 'otp-dock.desktop');
  if (!openAtLogin) return rmSync(file, { force: true });
  mkdirSync(folder, { recursive: true });
  // An AppImage runs from a mount that differs at each start.
  const program = env['APPIMAGE'] || electron.getPath('exe');
  writeFileSync(file, autostartEntry([program, ...(electron.isPackaged ? [] : [electron.getAppPath()]), ...args]));
}

/** A desktop entry as the XDG autostart specification has it. */
export function autostartEntry(command: readonly string[]): string {
  const lines = ['Type=Application', 'Name=OTP Dock', `Exec=${command.map(quoted).join(' ')}`];
  return ['[Desktop Entry]', ...lines, 'Icon=otp-dock', 'Terminal=false', ''].join('\n');
}

/** The Exec key quotes reserved characters and doubles %. The file's own rules escape every backslash once more. */
function quoted(argument: string): string {
  const escaped = argument
    .replace(/["`$\\]/g, '\\$&')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%');
  return /^[\w@+=:,./-]+$/.test(argument) ? argument : `"${escaped}"`;
}

/** macOS passes no flag to login items, and has to be asked. */
export function isHiddenStart(
  argv: readonly string[],
  platform: NodeJS.Platform,
  electron: Pick<ElectronApp, 'getLoginItemSettings'>,
): boolean {
  return argv.includes(hiddenFlag) || (platform === 'darwin' && electron.getLoginItemSettings().wasOpenedAtLogin);
}
