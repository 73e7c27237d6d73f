import { shell, type App, type Session, type WebContents } from 'electron';
import { isExternalAllowed } from './origin.ts';

/** Opens a page in the person's own browser, if it is one that the app leads to. */
export function openExternal(url: string): void {
  if (isExternalAllowed(url)) void shell.openExternal(url);
}

/** The only thing that a page may do beyond showing itself: put a code on the clipboard. */
const granted = 'clipboard-sanitized-write';

/** Electron grants every permission that nobody refuses. */
export function guardPermissions(session: Session, isOwn: (url: string) => boolean): void {
  session.setPermissionCheckHandler(
    (_contents, permission, origin, details) => permission === granted && details.isMainFrame && isOwn(origin),
  );
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(permission === granted && details.isMainFrame && isOwn(details.requestingUrl));
  });
  session.setDevicePermissionHandler(() => false);
}

/** Every window, present and future, stays on our own pages; a known https link opens in the person's browser. */
export function guardNavigation(app: App, isOwn: (url: string) => boolean): void {
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
