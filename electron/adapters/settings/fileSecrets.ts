import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, appError } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';
import { preparePrivateFolder, securePrivateFile } from '../privateFiles.ts';
import type { SecretName, SecretStore } from '../../core/ports.ts';

const say = phrases.host;

/**
 * The secrets of a machine without a keychain: a file each, readable by its owner only, and written only when a
 * person asks for it. On Windows the folder's own access rights protect it.
 */
export function createFileSecrets(dataDir: string): SecretStore {
  const folder = join(dataDir, 'secrets');
  const fileOf = (name: SecretName) => join(folder, name);
  const draftOf = (name: SecretName) => `${fileOf(name)}.new`;
  return {
    storage: 'file',
    read: async (name) => {
      if (existsSync(folder)) preparePrivateFolder(folder);
      securePrivateFile(fileOf(name));
      return readFile(fileOf(name), 'utf8').catch(nullWhenMissing);
    },
    write: async (name, value) => {
      const draft = draftOf(name);
      try {
        await mkdir(folder, { mode: 0o700 }).catch(unlessThere);
        preparePrivateFolder(folder);
        // A draft that a crash left behind keeps its mode when it is written again.
        await rm(draft, { force: true });
        await writeFile(draft, value, { mode: 0o600 });
        await chmod(draft, 0o600);
        await rename(draft, fileOf(name));
      } catch (thrown) {
        await rm(draft, { force: true }).catch(() => undefined);
        throw thrown instanceof AppError ? thrown : notKept(folder, thrown);
      }
    },
    remove: async (name) => {
      await rm(draftOf(name), { force: true });
      await rm(fileOf(name), { force: true });
    },
  };
}

function notKept(folder: string, thrown: unknown): Error {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : null;
  const message = code === null ? say.secretNotWritten({ folder }) : say.secretNotWrittenFor({ folder, code });
  return appError('STORAGE_FAILED', message, say.secretNotWrittenHint, { retryable: true });
}

// Not with the folders above: a data folder that is gone is not made anew for a secret.
function unlessThere(thrown: NodeJS.ErrnoException): void {
  if (thrown.code !== 'EEXIST') throw thrown;
}

function nullWhenMissing(thrown: NodeJS.ErrnoException): null {
  if (thrown.code === 'ENOENT') return null;
  throw thrown;
}
