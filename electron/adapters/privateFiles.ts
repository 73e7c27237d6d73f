import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { appError } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';

const say = phrases.host;

/** What of the mode lets others in; Windows has rights of another kind, which the person's own folders come with. */
const others = 0o077;

type User = number | undefined;

/**
 * Makes the folder, or shuts one that was open to other users of this computer. Throws STORAGE_FAILED for a link, which
 * may lead anywhere, and for one that belongs to another user, who could exchange what is in it; the file system's error
 * where it cannot be made. The folders above may be links.
 */
export function preparePrivateFolder(folder: string, me: User = process.getuid?.()): void {
  // Without a slash at its end, which would follow a link.
  const path = resolve(folder);
  const found = statsOf(path);
  if (found?.isSymbolicLink()) throw appError('STORAGE_FAILED', say.folderIsLink({ folder }), say.folderIsLinkHint);
  if (!found) mkdirSync(path, { recursive: true, mode: 0o700 });
  else if (!found.isDirectory()) throw appError('STORAGE_FAILED', say.notAFolder({ path }), say.notAFolderHint);
  const stats = lstatSync(path);
  if (!isTrusted(stats, me)) throw appError('STORAGE_FAILED', say.folderOfOther({ folder }), say.folderOfOtherHint);
  shut(path, stats, 0o700, me);
}

/**
 * To be called before a file in such a folder is opened: shuts one that was open to other users. Throws STORAGE_FAILED for
 * a link, for what is no file, and for a file of another user. There need not be one.
 */
export function securePrivateFile(file: string, me: User = process.getuid?.()): void {
  const stats = statsOf(file);
  if (!stats) return;
  if (stats.isSymbolicLink()) throw appError('STORAGE_FAILED', say.fileIsLink({ file }), say.inTheWayHint);
  if (!stats.isFile()) throw notAFile(file);
  if (!isTrusted(stats, me)) throw appError('STORAGE_FAILED', say.fileOfOther({ file }), say.fileOfOtherHint);
  shut(file, stats, 0o600, me);
}

/**
 * Shuts what is in a folder that was open once: its files, and those of its folders with these names. A file that is
 * `kept` open tells by that that others may have read it. Links are left alone.
 */
export function shutFilesIn(folder: string, folders: readonly string[], kept: readonly string[]): void {
  const me = process.getuid?.();
  for (const entry of readdirSync(folder)) {
    const path = join(folder, entry);
    const stats = statsOf(path);
    if (stats?.isFile() && !kept.includes(entry)) shut(path, stats, 0o600, me);
    if (!stats?.isDirectory() || !folders.includes(entry)) continue;
    shut(path, stats, 0o700, me);
    shutFilesIn(path, [], []);
  }
}

/**
 * Puts a file, readable by its owner alone, in the place of whatever was there: a link is replaced, not followed. Throws
 * STORAGE_FAILED.
 */
export function writePrivateFile(file: string, text: string): void {
  const draft = `${file}.new`;
  for (const path of [file, draft]) if (statsOf(path)?.isDirectory()) throw notAFile(path);
  try {
    rmSync(draft, { force: true });
    writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
    renameSync(draft, file);
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? '?';
    throw appError('STORAGE_FAILED', say.fileNotWritten({ file, code }), say.fileNotWrittenHint, { retryable: true });
  }
}

/** The text of a file that nobody else can have read or written; null where others could, or there is none. */
export function readPrivateFile(file: string, me: User = process.getuid?.()): string | null {
  try {
    const stats = lstatSync(file);
    const isOurs = me === undefined || (stats.uid === me && (stats.mode & others) === 0);
    return stats.isFile() && isOurs ? readFileSync(file, 'utf8') : null;
  } catch {
    return null;
  }
}

/** What root made is what containers are given; root itself may go anywhere. */
function isTrusted({ uid }: Stats, me: User): boolean {
  return me === undefined || me === 0 || uid === me || uid === 0;
}

function shut(path: string, { uid, mode }: Stats, to: number, me: User): void {
  if (me !== undefined && (uid === me || me === 0) && (mode & others) !== 0) chmodSync(path, to);
}

function notAFile(path: string): Error {
  return appError('STORAGE_FAILED', say.notAFile({ path }), say.inTheWayHint);
}

/** Of a link itself; null when there is nothing. */
function statsOf(path: string): Stats | null {
  return lstatSync(path, { throwIfNoEntry: false }) ?? null;
}
