import { shell, type App, type Session, type WebContents } from 'electron';
import { isExternalAllowed } from './origin.ts';

/** Opens a page in the person's own browser, if the app links to its host. */
export function openExternal(url: string): void {
  if (isExternalAllowed(url)) void shell.openExternal(url);
}

/** Opens a link of a message in the person's own browser, whatever its host: the person has seen it and chosen so. */
export async function openLink(url: string): Promise<void> {
  const { protocol, href } = new URL(url);
  if (protocol === 'https:' || protocol === 'http:') await shell.openExternal(href);
}

/** A page may put a code on the clipboard, and nothing else. */
const granted = 'clipboard-sanitized-write';

/** Everything that the session guards: permissions, the network and downloads. */
export function guardSession(session: Session, isOwn: (url: string) => boolean): void {
  guardPermissions(session, isOwn);
  guardNetwork(session, isOwn);
  guardDownloads(session, isOwn);
}

/** Electron grants every permission that no handler refuses. */
export function guardPermissions(session: Session, isOwn: (url: string) => boolean): void {
  session.setPermissionCheckHandler(
    (_contents, permission, origin, details) => permission === granted && details.isMainFrame && isOwn(origin),
  );
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(permission === granted && details.isMainFrame && isOwn(details.requestingUrl));
  });
  session.setDevicePermissionHandler(() => false);
}

/** The window reaches its own pages and nothing else, even if its Content-Security-Policy had a hole. */
export function guardNetwork({ webRequest }: Pick<Session, 'webRequest'>, isOwn: (url: string) => boolean): void {
  webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, answer) => {
    answer({ cancel: !isLocal(url) && !isOwn(url.replace(/^ws/, 'http')) });
  });
}

/** Made by the page itself, or Chromium's developer tools. */
function isLocal(url: string): boolean {
  return /^(blob|data|devtools):/.test(url);
}

/** A page may save what it has made itself, such as an export, and no file from elsewhere. */
export function guardDownloads(session: Pick<Session, 'on'>, isOwn: (url: string) => boolean): void {
  session.on('will-download', (event, item) => {
    const [, maker] = /^blob:(.*)$/.exec(item.getURL()) ?? [];
    if (maker === undefined || !isOwn(maker)) event.preventDefault();
  });
}

/** Keeps every window, present and future, on our own pages. A link to a known host opens in the person's browser. */
export function guardNavigation(app: Pick<App, 'on'>, isOwn: (url: string) => boolean): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, isOwn));
}

function guardContents(contents: WebContents, isOwn: (url: string) => boolean): void {
  const stay = (details: { url: string; preventDefault(): void }) => {
    if (!isOwn(details.url)) details.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openExternal(url);
    return { action: 'deny' };
  });
}

/**
 * Whether the app was started so that another program can look into its page and act in its name. In a shipped app
 * fuses switch Node's debugger off, but no fuse covers the argument that switches Chromium's on.
 */
export function isOpenToDebuggers(argv: readonly string[]): boolean {
  return argv.some((argument) => /^--?remote-debugging-/i.test(argument));
}
