import type { AppUpdater } from 'electron-updater';
import { appError } from '../../contract/errors.ts';
import type { UpdateState } from '../../contract/host.ts';
import { phrases } from '../../contract/words/phrases.ts';
import { iso } from '../../contract/time.ts';
import type { Logger } from '../../core/ports.ts';
import type { Desktop } from '../desktop.ts';
import { whyNoUpdates, type FeedFacts } from './updateFeed.ts';

/** The part of electron-updater that the app uses. */
export type Updater = Pick<
  AppUpdater,
  'autoDownload' | 'autoInstallOnAppQuit' | 'allowDowngrade' | 'disableWebInstaller' | 'logger' | 'checkForUpdates'
> & {
  on(event: 'checking-for-update' | 'update-not-available', listener: () => void): unknown;
  on(event: 'update-available' | 'update-downloaded', listener: (info: { version: string }) => void): unknown;
  on(event: 'download-progress', listener: (progress: { percent: number }) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
};

interface UpdatesOptions extends Pick<Desktop, 'clock' | 'log' | 'view' | 'notifications' | 'words'> {
  feed: FeedFacts;
  /** Called when the first look is due, so that the start of the app does not wait for it. */
  load(): Promise<Updater>;
}

const say = phrases.host;
const notFetched = appError('INTERNAL', say.noUpdate, say.noUpdateHint).failure;

const firstLookMs = 30_000;
const everyMs = 6 * 3_600_000;

/** Looks for a new version now and then, fetches it, and tells of it. It is installed when the app has quit. */
export function followUpdates(options: UpdatesOptions): void {
  const { feed, clock, view, log } = options;
  const why = whyNoUpdates(feed);
  if (why !== null) return view.change({ update: { kind: 'off', why } });
  view.change({ update: { kind: 'idle', checkedAt: null } });
  let updater: Promise<Updater> | null = null;
  const look = async () => {
    updater ??= options.load().then((loaded) => prepared(loaded, options));
    await updater.then(findAndFetch).catch((thrown: unknown) => log.warn(`Updates: ${String(thrown)}`));
    clock.after(everyMs, () => void look());
  };
  clock.after(firstLookMs, () => void look());
}

/** The updater's `error` event reports what fails, so its promises need nobody to catch them. */
async function findAndFetch(updater: Updater): Promise<void> {
  const found = await updater.checkForUpdates().catch(() => null);
  await found?.downloadPromise?.catch(() => null);
}

function prepared(updater: Updater, { log, clock, view, notifications, words }: UpdatesOptions): Updater {
  let ready = false;
  let [version, tenth] = ['', -1];
  const show = (update: UpdateState) => {
    // A version that is ready stays ready, whatever a later look finds.
    if (!ready) view.change({ update });
  };
  updater.autoDownload = true;
  updater.autoInstallOnAppQuit = true;
  updater.allowDowngrade = false;
  updater.disableWebInstaller = true;
  updater.logger = quietly(log);
  updater.on('checking-for-update', () => show({ kind: 'checking' }));
  updater.on('update-not-available', () => show({ kind: 'idle', checkedAt: iso(clock.now()) }));
  updater.on('update-available', (info) => {
    [version, tenth] = [info.version, 0];
    show({ kind: 'downloading', version, percent: 0 });
  });
  updater.on('download-progress', ({ percent }) => {
    if (Math.floor(percent / 10) === tenth) return;
    tenth = Math.floor(percent / 10);
    show({ kind: 'downloading', version, percent: tenth * 10 });
  });
  updater.on('update-downloaded', (info) => {
    if (ready) return;
    show({ kind: 'ready', version: info.version });
    ready = true;
    log.info(`Version ${info.version} is ready and is installed when OTP Dock quits.`);
    const { ready: title, whenInstalled: body } = words().update;
    notifications.show({ title: title({ version: info.version }), body });
  });
  updater.on('error', (error) => {
    log.warn(`Updates: ${error.message}`);
    show({ kind: 'failed', failure: notFetched });
  });
  return updater;
}

/** Its errors come by its event, too. */
function quietly(log: Logger): NonNullable<Updater['logger']> {
  const ignore = () => undefined;
  return { info: ignore, debug: ignore, error: ignore, warn: (line?: unknown) => log.warn(`Updates: ${String(line)}`) };
}

/** It is CommonJS, and creates its updater when `autoUpdater` is read. */
export async function loadUpdater(): Promise<Updater> {
  const { default: updater } = await import('electron-updater');
  return updater.autoUpdater;
}
