/** The scheme and host under which the packaged user interface is served. */
export const appScheme = 'app';
export const appHost = 'otp-dock';

/** Where the window's own pages come from: Vite on this machine while developing, never once packaged, else our own scheme. */
export function homeUrl({ packaged, devServer }: { packaged: boolean; devServer: string | undefined }): string {
  const isVite = devServer !== undefined && /^http:\/\/(localhost|127\.0\.0\.1|\[::1\]):\d+(\/|$)/.test(devServer);
  return !packaged && isVite ? devServer : `${appScheme}://${appHost}/`;
}

/**
 * True when `url` belongs to the same origin as `home`. Protocol and host (with its port) are compared one by one,
 * because `URL.origin` is "null" for every scheme that the URL standard does not know, such as app:.
 */
export function isSameOrigin(url: string, home: string): boolean {
  const [theirs, ours] = [parse(url), parse(home)];
  return theirs !== null && ours !== null && theirs.protocol === ours.protocol && theirs.host === ours.host;
}

/** Pages that a link in the user interface may open in the person's own browser. */
const externalHosts: ReadonlySet<string> = new Set([
  'www.twilio.com',
  'console.twilio.com',
  'support.twilio.com',
  'help.twilio.com',
  'dashboard.ngrok.com',
  'ngrok.com',
]);

/** https alone, on a known host, at its usual port, without a user name that could pass for the host. */
export function isExternalAllowed(url: string): boolean {
  const parsed = parse(url);
  if (parsed === null || parsed.protocol !== 'https:') return false;
  return externalHosts.has(parsed.host) && parsed.username === '' && parsed.password === '';
}

function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}
