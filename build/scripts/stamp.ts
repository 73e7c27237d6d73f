import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the bundles are built from; the lock file stands for the packages in them. */
const sources = ['electron', 'renderer', 'build/plugins', 'vite.config.ts', 'package.json', 'package-lock.json'];

/** This is for other people's tests and is in no bundle. */
const leftOut = 'electron/client';

const products = ['main/index.js', 'preload/index.cjs', 'renderer/index.html', 'host/program.js'];

interface Source {
  /** Relative to the root, with slashes. */
  path: string;
  /** The modification time and the size. */
  seen: string;
}

/** One hash over the names and contents of all sources, so that a checkout or a touch does not trigger a build. */
export function sourceStamp(root: string): string {
  return hashOf(root, listSources(root));
}

/**
 * True when out/ is complete and was built from the present sources. If their names, times and sizes are the same as
 * last time, that is enough; otherwise their contents are compared, which takes ten times as long.
 */
export function isFresh(root: string): boolean {
  const out = join(root, 'out');
  if (!products.every((product) => existsSync(join(out, product)))) return false;
  const built = textOf(join(out, '.stamp'));
  if (built === null) return false;
  const files = listSources(root);
  const seen = [built, ...files.map(({ path, seen }) => `${path} ${seen}`)].join('\n');
  if (textOf(join(out, '.seen')) === seen) return true;
  if (hashOf(root, files) !== built) return false;
  remember(join(out, '.seen'), seen);
  return true;
}

function listSources(root: string): Source[] {
  const found: Source[] = [];
  const visit = (path: string) => {
    const stats = statSync(join(root, path), { throwIfNoEntry: false });
    if (stats === undefined || path === leftOut) return;
    if (stats.isFile()) found.push({ path, seen: `${stats.mtimeMs} ${stats.size}` });
    else namesIn(join(root, path)).forEach((name) => visit(`${path}/${name}`));
  };
  sources.forEach(visit);
  return found;
}

/** Without editors' and file managers' files, and without documentation. */
function namesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.') && !name.endsWith('.md'))
    .sort();
}

function hashOf(root: string, files: Source[]): string {
  const hash = createHash('sha256');
  for (const { path } of files) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Only makes the next check faster: without write access, the contents are compared every time. */
function remember(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch {
    // No write access: see above.
  }
}
