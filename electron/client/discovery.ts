import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { HostUnreachableError, OtpDockError } from './errors.ts';

/** Where to find OTP Dock. Anything absent comes from the environment, then from the data folder of a running host. */
export interface HostOptions {
  /** E.g. `http://127.0.0.1:5001`; else `OTP_DOCK_URL`, else the host running with the data folder. */
  url?: string | undefined;
  /** Else `OTP_DOCK_TOKEN`, else the file `api-token` in the data folder. */
  token?: string | undefined;
  /** Else `OTP_DOCK_DATA_DIR`, else the platform's folder for app data. */
  dataDir?: string | undefined;
}

export interface HostAddress {
  url: string;
  token: string;
}

type Variables = Record<string, string | undefined>;

/**
 * Finds the host; called for each request, because a restarted host may have another port. Throws HostUnreachableError
 * when no address or token is found, INVALID_INPUT for a URL where no token may be sent, and FORBIDDEN for a token file
 * that others can read.
 */
export function findHost(options: HostOptions = {}, variables: Variables = process.env): HostAddress {
  // Looked up only when needed, as not every user has a home folder.
  const dataDir = () => resolve(options.dataDir || variables['OTP_DOCK_DATA_DIR'] || defaultDataDir(variables));
  const url = options.url || variables['OTP_DOCK_URL'] || urlIn(join(dataDir(), 'host.json'));
  if (!url)
    throw new HostUnreachableError(
      `No OTP Dock runs with the data folder ${dataDir()}.`,
      'Start one ("npm run serve", or the desktop app with its automation API on), or set OTP_DOCK_URL and OTP_DOCK_TOKEN.',
    );
  const origin = originOf(url);
  const given = options.token || variables['OTP_DOCK_TOKEN'];
  if (!given && !isOnLoopback(origin)) throw noTokenForElsewhere();
  const token = given || tokenIn(join(dataDir(), 'api-token'));
  if (!token)
    throw new HostUnreachableError(
      `There is no token for the OTP Dock at ${url}.`,
      'Set OTP_DOCK_TOKEN, or OTP_DOCK_DATA_DIR to the data folder of the host.',
    );
  return { url: origin, token };
}

/** The same folder that the desktop app, the headless host and the command line use. */
export function defaultDataDir(variables: Variables, platform = process.platform, home = homedir()): string {
  const name = 'OTP Dock';
  if (platform === 'win32') return join(variables['APPDATA'] ?? join(home, 'AppData', 'Roaming'), name);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', name);
  return join(variables['XDG_CONFIG_HOME'] ?? join(home, '.config'), name);
}

/** http would send a token in the clear. */
function originOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && isOnLoopback(url)))
    return `${parsed.origin}${parsed.pathname.replace(/\/+$/, '')}`;
  throw new OtpDockError({
    code: 'INVALID_INPUT',
    message: 'The URL of OTP Dock is neither the address of a host on this machine nor one with https.',
    hint: 'Set OTP_DOCK_URL to one such as http://127.0.0.1:5001 or https://otp-dock.example.com, or leave it out.',
    retryable: false,
    twilio: null,
  });
}

function isOnLoopback(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

/** Another host has nothing to do with the token in the data folder. */
function noTokenForElsewhere(): OtpDockError {
  return new OtpDockError({
    code: 'INVALID_INPUT',
    message: 'The URL of OTP Dock leads to a host elsewhere, and OTP_DOCK_TOKEN is not set.',
    hint: 'Set OTP_DOCK_TOKEN to a token of that host.',
    retryable: false,
    twilio: null,
  });
}

/** Without OTP_DOCK_URL the token is sent nowhere but to loopback, whatever the file says. */
const hostUrl = /^http:\/\/(127\.0\.0\.1|\[::1\]):\d{1,5}$/;

function urlIn(file: string): string | null {
  const text = textOf(file);
  try {
    const { api, pid } = JSON.parse(text ?? 'null') as { api: unknown; pid: unknown };
    if (typeof api !== 'string' || !hostUrl.test(api) || typeof pid !== 'number' || pid <= 0) return null;
    // Throws when the process is gone or belongs to another user: a stranger may be listening on its port.
    process.kill(pid, 0);
    return api;
  } catch {
    return null;
  }
}

function tokenIn(file: string): string | null {
  const token = textOf(file)?.trim();
  if (!token) return null;
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) throw readableByOthers(file);
  return token;
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function readableByOthers(file: string): OtpDockError {
  return new OtpDockError({
    code: 'FORBIDDEN',
    message: `The token file ${file} can be read by others.`,
    hint: `Make it yours alone (chmod 600), or start the host again, which does so.`,
    retryable: false,
    twilio: null,
  });
}
