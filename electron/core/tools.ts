import { appError } from '../contract/errors.ts';

/** What the host does itself; null where it cannot. */
export interface HostTools {
  /** Where the history and the settings are. */
  dataDir: string;
  openDataDir: (() => Promise<void>) | null;
  /** Puts a text on the clipboard, and takes it off again as Settings say. */
  copy: ((text: string) => Promise<void>) | null;
}

/** The host's tools; what it does not have rejects with CONFLICT. */
export type Tools = { [K in 'openDataDir' | 'copy']: NonNullable<HostTools[K]> };

export function toolsOf({ copy, openDataDir }: HostTools): Tools {
  return {
    copy: copy ?? (() => Promise.reject(notHere('The page itself copies here.'))),
    openDataDir: openDataDir ?? (() => Promise.reject(notHere('Open the folder by its path.'))),
  };
}

function notHere(hint: string): Error {
  return appError('CONFLICT', 'Only the desktop app can do that.', hint);
}
