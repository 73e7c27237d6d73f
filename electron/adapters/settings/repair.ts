import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SettingsRecovered } from '../../core/ports.ts';
import { securePrivateFile, writePrivateFile } from '../privateFiles.ts';
import { isUndamaged, salvage } from './salvage.ts';

type Content = Readonly<Record<string, unknown>>;

/** The names of the settings file and of its last good copy, in the data folder. */
export const settingsFileIn = (dataDir: string): string => join(dataDir, 'settings.json');
const copyIn = (dataDir: string): string => join(dataDir, 'settings.last-good.json');

/**
 * Puts a damaged settings file aside, as it is, and writes in its place what can be read of it, with the last good copy and
 * the defaults for the rest. A file that is gone although there is a copy is damaged, too. Returns null where nothing is
 * damaged. Throws STORAGE_FAILED for a link or another user's file, and the file system's error.
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

/** Whether the next start would have something to repair. Throws the file system's error. */
export function isDamaged(dataDir: string): boolean {
  return damageIn(dataDir) !== null;
}

interface Damage {
  content: Content | null;
  copy: Content | null;
  /** The settings in it; null when nothing can be read of them. */
  stored: Content | null;
}

function damageIn(dataDir: string): Damage | null {
  const text = textOf(settingsFileIn(dataDir));
  const copy = contentOf(textOf(copyIn(dataDir)));
  if (text === null) return copy && { content: null, copy, stored: null };
  const content = contentOf(text);
  // A host may have kept something else in it before it had any settings.
  if (content && !('settings' in content) && settingsOf(copy) === null) return null;
  const stored = settingsOf(content);
  return stored && isUndamaged(stored, settingsOf(copy)) ? null : { content, copy, stored };
}

/** To be called whenever the file was written: the copy is of what it was last, secrets that were forgotten are in neither. */
export function keepCopy(dataDir: string): void {
  const copy = copyIn(dataDir);
  try {
    const text = textOf(settingsFileIn(dataDir));
    if (text !== null && text !== textOf(copy)) writePrivateFile(copy, text);
  } catch {
    // An old one may be looser than what holds now, and have what was to be forgotten.
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

// A link is not followed, and conf sets the mode of new files only.
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
