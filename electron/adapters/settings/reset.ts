import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { defaultSettings, settingsSchema } from '../../contract/settings.ts';
import { securePrivateFile, writePrivateFile } from '../privateFiles.ts';
import { forgetCopy, settingsFileIn } from './repair.ts';

/** What a reset leaves: the encrypted secrets, and the name by which numbers are known again. */
const keptSchema = z.object({
  secrets: z.unknown().optional(),
  settings: z.object({ installation: settingsSchema.shape.installation.catch(null) }).catch({ installation: null }),
});

/**
 * Puts the settings file aside and writes one with the defaults. Secrets stay where they can be read, and so does the
 * mark of this installation's numbers. Returns where the old file is, or null when there was none. Throws the file
 * system's error.
 */
export function resetSettingsFile(dataDir: string, now: Date = new Date()): string | null {
  const file = settingsFileIn(dataDir);
  // A person who wants the defaults does not want the copy in their place.
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
