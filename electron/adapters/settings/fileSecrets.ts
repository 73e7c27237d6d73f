import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, appError } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';
import { preparePrivateFolder, securePrivateFile } from '../privateFiles.ts';
import type { SecretName, SecretStore } from '../../core/ports.ts';

const say = phrases.host;

/**
 * Secrets on a machine without a keychain: one file each, readable only by its owner, and written only at a person's
 * request. On Windows the folder's own access rights protect them.
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
        // A draft left by a crash would keep its mode when overwritten.
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

// Does not create parent folders: a deleted data folder is not recreated for a secret.
function unlessThere(thrown: NodeJS.ErrnoException): void {
  if (thrown.code !== 'EEXIST') throw thrown;
}

function nullWhenMissing(thrown: NodeJS.ErrnoException): null {
  if (thrown.code === 'ENOENT') return null;
  throw thrown;
}
