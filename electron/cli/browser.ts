import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { writePrivateFile } from '../adapters/privateFiles.ts';

/** Long enough for the slowest browser to have read it. Milliseconds. */
const readAfterMs = 60_000;

/**
 * Opens the user interface in the person's browser. Its address carries the token, and every user of this computer sees
 * with which arguments a program was started: the browser is given a page that only its owner can read, which leads
 * there. Returns a function that takes the page away, which happens by itself after a minute.
 */
export function openBrowser(url: string, dataDir: string, start: typeof startDetached = startDetached): () => void {
  const file = join(dataDir, 'open.html');
  writePrivateFile(file, pageTo(url));
  start(...openerOf(platform()), file);
  const forget = () => rmSync(file, { force: true });
  setTimeout(forget, readAfterMs).unref();
  return forget;
}

/** `url` is our own: of letters, digits and what an address needs. */
function pageTo(url: string): string {
  return `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>OTP Dock</title>
<script>location.replace(${JSON.stringify(url)})</script><a href="${url}">Open OTP Dock</a>\n`;
}

function openerOf(platform: NodeJS.Platform): [command: string, ...rest: string[]] {
  if (platform === 'darwin') return ['open'];
  return platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
}

function startDetached(command: string, ...rest: string[]): void {
  const child = spawn(command, rest, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
