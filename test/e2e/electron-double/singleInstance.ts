import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SingleInstance {
  /** True for the first process with this user data; a later one tells the first how it was called. */
  request(userData: string): boolean;
  /** Resolves when the first process has been told. */
  told(): Promise<void>;
  release(): void;
}

export function singleInstance(onSecond: (argv: string[], cwd: string) => void): SingleInstance {
  let held: string | null = null;
  let telling: Promise<void> = Promise.resolve();
  return {
    request(userData) {
      const lock = join(userData, 'SingletonLock');
      if (isHeld(lock)) {
        telling = tell(address(userData));
        return false;
      }
      writeFileSync(lock, String(process.pid));
      held = lock;
      listen(address(userData), onSecond);
      return true;
    },
    told: () => telling,
    release: () => held !== null && rmSync(held, { force: true }),
  };
}

function isHeld(lock: string): boolean {
  if (!existsSync(lock)) return false;
  try {
    return process.kill(Number(readFileSync(lock, 'utf8')), 0);
  } catch {
    return false;
  }
}

function address(userData: string): string {
  const name = `electron-double-${createHash('sha256').update(userData).digest('hex').slice(0, 16)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

function listen(path: string, onSecond: (argv: string[], cwd: string) => void): void {
  if (process.platform !== 'win32') rmSync(path, { force: true });
  const server = createServer((socket) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    socket.on('end', () => {
      const { argv, cwd } = JSON.parse(text) as { argv: string[]; cwd: string };
      onSecond(argv, cwd);
    });
  });
  server.listen(path).unref();
}

function tell(path: string): Promise<void> {
  return new Promise((done) => {
    const socket = connect(path, () => socket.end(JSON.stringify({ argv: process.argv, cwd: process.cwd() })));
    socket.once('close', () => done()).once('error', () => done());
  });
}
