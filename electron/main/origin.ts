/** The packaged user interface is served at app://otp-dock/. */
export const appScheme = 'app';
export const appHost = 'otp-dock';

/** Where the window's own pages come from: our own scheme, or in development Vite on this machine if it runs. */
export function homeUrl({ packaged, devServer }: { packaged: boolean; devServer: string | undefined }): string {
  const isVite = devServer !== undefined && /^http:\/\/(localhost|127\.0\.0\.1|\[::1\]):\d+(\/|$)/.test(devServer);
  return !packaged && isVite ? devServer : `${appScheme}://${appHost}/`;
}

/**
 * Whether `url` has the origin of `home`. It compares protocol and host (with its port), because `URL.origin` is "null"
 * for every scheme that the URL standard does not know, such as app:.
 */
export function isSameOrigin(url: string, home: string): boolean {
  const [theirs, ours] = [parse(url), parse(home)];
  return theirs !== null && ours !== null && theirs.protocol === ours.protocol && theirs.host === ours.host;
}

/** Hosts whose pages the user interface may open in the person's own browser. */
const externalHosts: ReadonlySet<string> = new Set([
  'www.twilio.com',
  'console.twilio.com',
  'support.twilio.com',
  'help.twilio.com',
  'dashboard.ngrok.com',
  'ngrok.com',
]);

/** Only https, on a known host and the usual port, without a user name that could pass for the host. */
export function isExternalAllowed(url: string): boolean {
  const parsed = parse(url);
  if (parsed === null || parsed.protocol !== 'https:') return false;
  return externalHosts.has(parsed.host) && parsed.username === '' && parsed.password === '';
}

function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}
