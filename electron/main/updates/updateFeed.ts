import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UpdateState } from '../../contract/host.ts';

export interface FeedFacts {
  packaged: boolean;
  platform: NodeJS.Platform;
  /** On Linux: the app runs as an AppImage, a file of the user's own. */
  appImage: boolean;
  /** The text of app-update.yml, which electron-builder writes into the installer; null where there is none. */
  config: string | null;
}

type Off = Extract<UpdateState, { kind: 'off' }>['why'];

/**
 * Why the app does not update itself; null when it does. An update is a program that runs here, so its origin must be
 * beyond doubt. macOS compares its signature with that of the running app. Windows compares it with the publisher in
 * app-update.yml; without one electron-updater checks nothing, so there is no update. Linux has no signatures: an
 * AppImage relies on the checksum of the feed, which is as good as its https. Packages are the package manager's.
 */
export function whyNoUpdates({ packaged, platform, appImage, config }: FeedFacts): Off | null {
  if (!packaged) return 'development';
  if (config === null) return 'noFeed';
  if (platform === 'linux' && !appImage) return 'packages';
  const value = (key: string) => new RegExp(`^${key}:[ \\t]*(.*)$`, 'm').exec(config)?.[1]?.replace(/^['"]|['"]$/g, '');
  if (value('provider') === 'generic' && !isSafe(value('url') ?? '')) return 'unsafeFeed';
  if (platform === 'win32' && value('publisherName') === undefined) return 'unsigned';
  return null;
}

function isSafe(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:';
}

/** What is known of the feed of a packaged app. */
export function feedFacts(packaged: boolean, { platform, env, resourcesPath }: NodeJS.Process): FeedFacts {
  return { packaged, platform, appImage: Boolean(env['APPIMAGE']), config: packaged ? configIn(resourcesPath) : null };
}

function configIn(folder: string): string | null {
  try {
    return readFileSync(join(folder, 'app-update.yml'), 'utf8');
  } catch {
    return null;
  }
}
