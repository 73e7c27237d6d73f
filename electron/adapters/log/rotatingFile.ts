import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { preparePrivateFolder, securePrivateFile } from '../privateFiles.ts';

export interface RotatingFileOptions {
  folder: string;
  /** Size limit of one file in bytes; the line that would exceed it starts the next file. */
  maxBytes?: number;
  /** The most files to keep, including the current one. */
  files?: number;
}

export interface RotatingFile {
  /** Creates it if it does not exist. Throws as `append` does. */
  prepare(): void;
  /**
   * Writes a line synchronously, so that it survives a crash. Throws STORAGE_FAILED for a link or another user's file,
   * or the file system's error.
   */
  append(line: string): void;
  /** The last bytes written so far; the first line may be cut. Empty when it cannot be read. */
  tail(bytes: number): string;
  /** Deletes every file; the next line starts a new one. */
  forget(): void;
}

/** Writes to `otp-dock.log`; older lines move to `otp-dock.1.log` and so on. Only the user's account can read them. */
export function openRotatingFile({ folder, maxBytes = 1_000_000, files = 3 }: RotatingFileOptions): RotatingFile {
  const fileOf = (age: number) => join(folder, age === 0 ? 'otp-dock.log' : `otp-dock.${age}.log`);
  let open: { fd: number; size: number } | null = null;

  const begin = () => {
    // Only inside an existing folder: a deleted data folder is not recreated for its log.
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    preparePrivateFolder(folder);
    securePrivateFile(fileOf(0));
    const fd = openSync(fileOf(0), 'a', 0o600);
    return (open = { fd, size: fstatSync(fd).size });
  };
  const end = () => {
    if (open) closeSync(open.fd);
    open = null;
  };
  const rotate = () => {
    end();
    rmSync(fileOf(files - 1), { force: true });
    for (let age = files - 2; age >= 0; age -= 1) move(fileOf(age), fileOf(age + 1));
    return begin();
  };

  return {
    prepare: () => void (open ?? begin()),
    append: (line) => {
      const bytes = Buffer.from(`${line}\n`);
      const now = open ?? begin();
      const target = now.size > 0 && now.size + bytes.length > maxBytes ? rotate() : now;
      writeSync(target.fd, bytes);
      target.size += bytes.length;
    },
    tail: (bytes) => tailOf(fileOf(0), bytes),
    forget: () => {
      end();
      for (let age = 0; age < files; age += 1) rmSync(fileOf(age), { force: true });
    },
  };
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown;
  }
}

function tailOf(file: string, bytes: number): string {
  try {
    securePrivateFile(file);
    return readFileSync(file).subarray(-bytes).toString('utf8');
  } catch {
    return '';
  }
}
