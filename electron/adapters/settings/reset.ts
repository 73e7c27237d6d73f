import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { defaultSettings, settingsSchema } from '../../contract/settings.ts';
import { securePrivateFile, writePrivateFile } from '../privateFiles.ts';
import { forgetCopy, settingsFileIn } from './repair.ts';

/** What a reset keeps: the encrypted secrets, and the name that identifies our numbers. */
const keptSchema = z.object({
  secrets: z.unknown().optional(),
  settings: z.object({ installation: settingsSchema.shape.installation.catch(null) }).catch({ installation: null }),
});

/**
 * Renames the settings file and writes one with the defaults. Readable secrets stay, as does the mark on this
 * installation's numbers. Returns where the old file is, or null if there was none. Throws the file system's error.
 */
export function resetSettingsFile(dataDir: string, now: Date = new Date()): string | null {
  const file = settingsFileIn(dataDir);
  // Someone who wants the defaults does not want the copy restored.
  forgetCopy(dataDir);
  securePrivateFile(file);
  if (!existsSync(file)) return null;
  const kept = keptSchema.safeParse(parsed(readFileSync(file, 'utf8')));
  const aside = join(dataDir, `settings.set-aside-${now.toISOString().replace(/[:.]/g, '-')}.json`);
  renameSync(file, aside);
  if (!kept.success) return aside;
  const { secrets, settings } = kept.data;
  const content = { settings: { ...defaultSettings, ...settings }, ...(secrets === undefined ? {} : { secrets }) };
  writePrivateFile(file, JSON.stringify(content, null, '\t'));
  return aside;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
