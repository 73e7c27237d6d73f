import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { writePrivateFile } from '../adapters/privateFiles.ts';

/** Long enough for even the slowest browser to load it. Milliseconds. */
const readAfterMs = 60_000;

/**
 * Opens the user interface in the person's browser. Its address contains the token, and every user of this computer can
 * see a program's arguments: so the browser gets a page, readable only by its owner, that redirects there. It gets only
 * the environment variables it needs. Returns a function that deletes the page; a timer does so after a minute.
 */
export function openBrowser(
  url: string,
  dataDir: string,
  env: NodeJS.ProcessEnv,
  start: typeof startDetached = startDetached,
): () => void {
  const file = join(dataDir, 'open.html');
  writePrivateFile(file, pageTo(url));
  start([...openerOf(platform()), file], browserEnvironment(env));
  const forget = () => rmSync(file, { force: true });
  setTimeout(forget, readAfterMs).unref();
  return forget;
}

/** `url` is ours: only letters, digits and URL punctuation. */
function pageTo(url: string): string {
  return `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>OTP Dock</title>
<script>location.replace(${JSON.stringify(url)})</script><a href="${url}">Open OTP Dock</a>\n`;
}

function openerOf(platform: NodeJS.Platform): [command: string, ...rest: string[]] {
  if (platform === 'darwin') return ['open'];
  return platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
}

/** What a graphical program needs to know about the person, the desktop and the system. */
const needed = new Set([
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'TMPDIR', 'TZ', 'LANG', 'LANGUAGE', 'BROWSER'],
  ...['DISPLAY', 'XAUTHORITY', 'WAYLAND_DISPLAY', 'DESKTOP_SESSION', '__CF_USER_TEXT_ENCODING'],
  ...['SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'COMSPEC', 'PATHEXT', 'TEMP', 'TMP', 'PROGRAMDATA', 'PROGRAMFILES'],
  ...['USERNAME', 'USERPROFILE', 'HOMEDRIVE', 'HOMEPATH', 'APPDATA', 'LOCALAPPDATA', 'PROGRAMFILES(X86)'],
]);
const neededFamilies = /^(LC|XDG|DBUS|GNOME|KDE|GTK|QT|WSL)_/;

/** Our environment contains the credentials; nothing in a browser may read them. */
function browserEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  // On Windows, names may be in any case.
  const isNeeded = (name: string) => needed.has(name.toUpperCase()) || neededFamilies.test(name);
  return Object.fromEntries(Object.entries(env).filter(([name]) => isNeeded(name)));
}

function startDetached([command = '', ...rest]: string[], env: NodeJS.ProcessEnv): void {
  const child = spawn(command, rest, { stdio: 'ignore', detached: true, env });
  child.on('error', () => undefined);
  child.unref();
}
