import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the bundles are made of; the lock file stands for the packages in them. */
const sources = [
  'electron/{contract,core,adapters,api,emulator,main,preload}/**/*',
  'renderer/**/*',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];

const products = ['main/index.js', 'preload/index.cjs', 'renderer/index.html'];

/** One hash over the names and contents of all sources, so that a checkout or a touch does not cause a build. */
export function sourceStamp(root: string): string {
  const hash = createHash('sha256');
  const files = globSync(sources, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) {
    hash.update(file.slice(root.length).replaceAll('\\', '/')).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** True when out/ is whole and was built from the sources as they are. */
export function isFresh(root: string): boolean {
  const out = join(root, 'out');
  if (!products.every((product) => existsSync(join(out, product)))) return false;
  const stamp = join(out, '.stamp');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceStamp(root);
}
