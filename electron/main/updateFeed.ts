import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UpdateState } from '../contract/host.ts';

export interface FeedFacts {
  packaged: boolean;
  platform: NodeJS.Platform;
  /** Linux: the app runs as an AppImage, which is a file of the user's own. */
  appImage: boolean;
  /** The text of app-update.yml, which electron-builder writes when the installer is made; null where there is none. */
  config: string | null;
}

type Off = Extract<UpdateState, { kind: 'off' }>['why'];

/**
 * Why the app does not update itself; null when it does. An update is a program that is run, so its origin has to be
 * beyond doubt. macOS compares its signature with that of the running app, Windows with the publisher that app-update.yml
 * names (without a name electron-updater checks nothing, so there is no update then). Linux knows no signature: there
 * the checksum of the feed has to do, which is as good as its https, and only for an AppImage: other packages are the
 * package manager's.
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
