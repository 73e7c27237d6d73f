/** What is known about this machine before the app starts. */
export interface StartFacts {
  platform: NodeJS.Platform;
  display: boolean;
  /** Running as root. */
  root: boolean;
  /** Electron's executable exists. */
  binary: boolean;
  downloadTried: boolean;
  ci: boolean;
}

export type Start = { kind: 'desktop' } | { kind: 'download' } | { kind: 'browser'; why: string; open: boolean };

/** Starts the desktop app if possible, else the same user interface in a browser, with one line that says why. */
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

/**
 * Node's arguments for starting the headless host instead. With 4 MB for what is new instead of 16, it holds 25 MB less and
 * is as fast.
 */
export function serveArguments(options: { demo?: boolean; open?: boolean; dev?: boolean } = {}): string[] {
  const flags = (['demo', 'open', 'dev'] as const).filter((name) => options[name]);
  return ['--max-semi-space-size=4', 'electron/cli/index.js', 'serve', ...flags.map((name) => `--${name}`)];
}

/** The desktop app's flags among the arguments of `npm start`. */
export function ownFlags(given: readonly string[]): string[] {
  return given.filter((flag) => /^--(demo|safe-mode|portable|hidden|data-dir(=.*)?)$/.test(flag));
}

/** Electron's arguments; what follows `--` is for us, not for Chromium. */
export function desktopArguments(flags: readonly string[]): string[] {
  return ['.', ...(flags.length > 0 ? ['--', ...flags] : [])];
}

/** The headless host learns its folder from the environment. */
export function serveEnvironment(flags: readonly string[]): NodeJS.ProcessEnv {
  const folder = flags.findLast((flag) => flag.startsWith('--data-dir='))?.slice('--data-dir='.length);
  return folder ? { OTP_DOCK_DATA_DIR: folder } : {};
}
