import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SettingsRecovered } from '../../core/ports.ts';
import { securePrivateFile, writePrivateFile } from '../privateFiles.ts';
import { isUndamaged, salvage } from './salvage.ts';

type Content = Readonly<Record<string, unknown>>;

/** File names of the settings and their last good copy, in the data folder. */
export const settingsFileIn = (dataDir: string): string => join(dataDir, 'settings.json');
const copyIn = (dataDir: string): string => join(dataDir, 'settings.last-good.json');

/**
 * Renames a damaged settings file and writes a new one from whatever can still be read, then the last good copy, then
 * the defaults. A file that is missing although a copy exists counts as damaged. Returns null when nothing is damaged.
 * Throws STORAGE_FAILED for a link or another user's file, or the file system's error.
 */
export function repairSettings(dataDir: string): SettingsRecovered | null {
  const file = settingsFileIn(dataDir);
  const damage = damageIn(dataDir);
  if (damage === null) return null;
  const { content, copy, stored } = damage;
  const movedTo = existsSync(file) ? putAside(file) : null;
  const { settings, copied, lost } = salvage(stored, settingsOf(copy));
  writePrivateFile(file, JSON.stringify({ ...(content ?? copy), settings }, null, '\t'));
  return { movedTo, readable: stored !== null, copied, lost };
}

/** Whether the next start would repair something. Throws the file system's error. */
export function isDamaged(dataDir: string): boolean {
  return damageIn(dataDir) !== null;
}

interface Damage {
  content: Content | null;
  copy: Content | null;
  /** The settings in the file; null when none can be read. */
  stored: Content | null;
}

function damageIn(dataDir: string): Damage | null {
  const text = textOf(settingsFileIn(dataDir));
  const copy = contentOf(textOf(copyIn(dataDir)));
  if (text === null) return copy && { content: null, copy, stored: null };
  const content = contentOf(text);
  // A host may have stored other things in the file before it had any settings.
  if (content && !('settings' in content) && settingsOf(copy) === null) return null;
  const stored = settingsOf(content);
  return stored && isUndamaged(stored, settingsOf(copy)) ? null : { content, copy, stored };
}

/** Call after each write: the copy must match the file, so that forgotten secrets are in neither. */
export function keepCopy(dataDir: string): void {
  const copy = copyIn(dataDir);
  try {
    const text = textOf(settingsFileIn(dataDir));
    if (text !== null && text !== textOf(copy)) writePrivateFile(copy, text);
  } catch {
    // An old copy may have looser limits, or secrets that were to be forgotten.
    forgetCopy(dataDir);
  }
}

export function forgetCopy(dataDir: string): void {
  rmSync(copyIn(dataDir), { force: true });
}

function settingsOf(content: Content | null): Content | null {
  return recordOf(content?.['settings']);
}

function contentOf(text: string | null): Content | null {
  try {
    return recordOf(JSON.parse(text ?? 'null'));
  } catch {
    return null;
  }
}

function recordOf(value: unknown): Content | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Content) : null;
}

// Links are not followed. Also sets the mode: conf does so only for new files.
function textOf(file: string): string | null {
  securePrivateFile(file);
  try {
    return readFileSync(file, 'utf8');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw thrown;
  }
}

function putAside(file: string): string {
  const movedTo = file.replace(/\.json$/, `.unreadable-${new Date().toISOString().replace(/[:.]/g, '-')}.json`);
  renameSync(file, movedTo);
  return movedTo;
}
