import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the bundles are made of; the lock file stands for the packages in them. */
const sources = ['electron', 'renderer', 'build/plugins', 'vite.config.ts', 'package.json', 'package-lock.json'];

/** For tests of others: in no bundle. */
const leftOut = 'electron/client';

const products = ['main/index.js', 'preload/index.cjs', 'renderer/index.html', 'host/program.js'];

interface Source {
  /** Beneath the root, with slashes. */
  path: string;
  /** When it was changed last, and how large it is. */
  seen: string;
}

/** One hash over the names and contents of all sources, so that a checkout or a touch does not cause a build. */
export function sourceStamp(root: string): string {
  return hashOf(root, listSources(root));
}

/**
 * True when out/ is whole and was built from the sources as they are. Whether they are is told by their names, times
 * and sizes where they are as they were the last time; else by their contents, which takes ten times as long.
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

/** Without those of editors and file managers, and what is only to be read. */
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

/** Only to be faster the next time: whoever may not write here looks at the contents each time. */
function remember(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch {
    // As above.
  }
}
