/**
 * Chromium does not know a scheme of our own, so each page of one is shown at an https address that stands for it:
 * a secure context with an origin, as a privileged scheme is in Electron.
 */
const suffix = '.electron-double.test';

/** app://otp-dock/a?b -> https://otp-dock.app.electron-double.test/a?b; http, data and the like stay as they are. */
export function toStandIn(url: string): string {
  const { protocol, host, pathname, search, hash } = new URL(url);
  if (['http:', 'https:', 'data:', 'about:', 'blob:'].includes(protocol)) return url;
  return `https://${host}.${protocol.slice(0, -1)}${suffix}${pathname || '/'}${search}${hash}`;
}

/** The address that Electron would name; the opposite of `toStandIn`. */
export function fromStandIn(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed?.hostname.endsWith(suffix)) return url;
  const name = parsed.hostname.slice(0, -suffix.length);
  const dot = name.lastIndexOf('.');
  return `${name.slice(dot + 1)}://${name.slice(0, dot)}${parsed.pathname}${parsed.search}${parsed.hash}`;
}

export function isStandIn(url: string): boolean {
  return fromStandIn(url) !== url;
}
