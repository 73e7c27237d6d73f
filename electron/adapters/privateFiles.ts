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

/** The mode bits that let others in; Windows has other rights, which personal folders already set. */
const others = 0o077;

type User = number | undefined;

/**
 * Creates the folder, or makes an existing one private. Throws STORAGE_FAILED for a link, which may lead anywhere, and
 * for a folder of another user, who could swap its contents; the file system's error if it cannot be created. The
 * folders above may be links.
 */
export function preparePrivateFolder(folder: string, me: User = process.getuid?.()): void {
  // Without a trailing slash, which would follow a link.
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
 * Call before opening a file in such a folder: makes it private if others had access. Throws STORAGE_FAILED for a link,
 * for anything but a file, and for another user's file. The file need not exist.
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
 * Makes the contents of a once open folder private: its files, and those of its folders with these names. `kept` files
 * keep their mode: it shows that others may have read them. Links are left alone.
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
 * Replaces whatever was there with a file that only its owner can read: a link is replaced, not followed. Throws
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

/** The text of a file that only we can have read or written; null if others could, or if it does not exist. */
export function readPrivateFile(file: string, me: User = process.getuid?.()): string | null {
  try {
    const stats = lstatSync(file);
    const isOurs = me === undefined || (stats.uid === me && (stats.mode & others) === 0);
    return stats.isFile() && isOurs ? readFileSync(file, 'utf8') : null;
  } catch {
    return null;
  }
}

/** Containers get folders made by root, so those are fine; root itself may use any. */
function isTrusted({ uid }: Stats, me: User): boolean {
  return me === undefined || me === 0 || uid === me || uid === 0;
}

function shut(path: string, { uid, mode }: Stats, to: number, me: User): void {
  if (me !== undefined && (uid === me || me === 0) && (mode & others) !== 0) chmodSync(path, to);
}

function notAFile(path: string): Error {
  return appError('STORAGE_FAILED', say.notAFile({ path }), say.inTheWayHint);
}

/** Does not follow links; null when nothing is there. */
function statsOf(path: string): Stats | null {
  return lstatSync(path, { throwIfNoEntry: false }) ?? null;
}
