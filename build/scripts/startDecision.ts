/** What is known about this machine before the app starts. */
export interface StartFacts {
  platform: NodeJS.Platform;
  display: boolean;
  /** Running as root. */
  root: boolean;
  /** Electron's executable is there. */
  binary: boolean;
  downloadTried: boolean;
  ci: boolean;
}

export type Start = { kind: 'desktop' } | { kind: 'download' } | { kind: 'browser'; why: string; open: boolean };

/** Desktop if it can be, else the same user interface in a browser, with one line that says why. */
export function decideStart(facts: StartFacts): Start {
  const browser = (why: string): Start => ({ kind: 'browser', why, open: facts.display && !facts.ci });
  if (!facts.display) return browser('No display here: serving the same app to a browser instead.');
  if (facts.platform === 'linux' && facts.root) {
    return browser('Electron does not run as root with its sandbox on: serving the same app to a browser instead.');
  }
  if (facts.binary) return { kind: 'desktop' };
  if (!facts.downloadTried) return { kind: 'download' };
  return browser("Electron's binary could not be downloaded: serving the same app to a browser instead.");
}

/** The arguments of Node with which the headless host takes over. */
export function serveArguments(options: { demo: boolean; open: boolean; dev: boolean }): string[] {
  const flags = (['demo', 'open', 'dev'] as const).filter((name) => options[name]);
  return ['electron/cli/index.js', 'serve', ...flags.map((name) => `--${name}`)];
}

/** The flags of the desktop app among those that were given to `npm start`. */
export function ownFlags(given: readonly string[]): string[] {
  return given.filter((flag) => /^--(demo|safe-mode|portable|hidden|data-dir(=.*)?)$/.test(flag));
}

/** The arguments of Electron; what follows `--` is ours, not Chromium's. */
export function desktopArguments(flags: readonly string[]): string[] {
  return ['.', ...(flags.length > 0 ? ['--', ...flags] : [])];
}

/** The headless host knows the folder by its environment. */
export function serveEnvironment(flags: readonly string[]): NodeJS.ProcessEnv {
  const folder = flags.findLast((flag) => flag.startsWith('--data-dir='))?.slice('--data-dir='.length);
  return folder ? { OTP_DOCK_DATA_DIR: folder } : {};
}
