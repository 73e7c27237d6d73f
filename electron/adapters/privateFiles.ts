import { chmodSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { appError } from '../contract/errors.ts';
import { host } from '../contract/sentences/host.ts';
import { phrases } from '../contract/sentences/sentence.ts';

const say = phrases(host);

/** What of the mode lets others in; Windows has rights of another kind, which the person's own folders come with. */
const others = 0o077;

/**
 * Makes the folder, or shuts one that was open to other users of this computer. Throws STORAGE_FAILED for one that
 * belongs to another user, who could exchange what is in it; the file system's error where it cannot be made.
 */
export function preparePrivateFolder(folder: string, me = process.getuid?.()): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (me === undefined) return;
  const { uid, mode } = statSync(folder);
  if (uid === me && (mode & others) !== 0) chmodSync(folder, 0o700);
  // Folders of root's are what containers are given; root itself may go anywhere.
  if (uid === me || uid === 0 || me === 0) return;
  throw appError('STORAGE_FAILED', say.folderOfOther({ folder }), say.folderOfOtherHint);
}

/** Puts a file, readable by its owner alone, in the place of whatever was there: a link is replaced, not followed. */
export function writePrivateFile(file: string, text: string): void {
  const draft = `${file}.new`;
  rmSync(draft, { force: true });
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
  renameSync(draft, file);
}

/** The text of a file that nobody else can have read or written; null where others could, or there is none. */
export function readPrivateFile(file: string, me = process.getuid?.()): string | null {
  try {
    const stats = lstatSync(file);
    const isOurs = me === undefined || (stats.uid === me && (stats.mode & others) === 0);
    return stats.isFile() && isOurs ? readFileSync(file, 'utf8') : null;
  } catch {
    return null;
  }
}
