import { existsSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { all } from '../cli/ciExample.ts';

/** Makes in a folder what the Dockerfile's last stage takes from a tree that is built, without development packages. */
export async function makeImage(tree: string, folder: string): Promise<void> {
  for (const line of all('COPY')) {
    const [, name] = /^--from=build \/opt\/otp-dock\/(\S+) \1$/.exec(line) ?? [];
    if (name === 'node_modules') for (const each of productionPackages(tree)) await copy(tree, each, folder);
    else if (name !== undefined) await copy(tree, name, folder);
  }
}

/** What `npm prune --omit=dev` leaves. */
function productionPackages(tree: string): string[] {
  const lock = readFileSync(join(tree, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(lock) as { packages: Record<string, { dev?: boolean; devOptional?: boolean }> };
  return Object.entries(packages).flatMap(([path, { dev, devOptional }]) =>
    path !== '' && !dev && !devOptional && existsSync(join(tree, path)) ? [path] : [],
  );
}

/** Packages in a package are on the list themselves. */
async function copy(tree: string, path: string, folder: string): Promise<void> {
  const top = join(tree, path);
  const filter = (each: string) => each === top || basename(each) !== 'node_modules';
  await cp(top, join(folder, path), { recursive: true, filter });
}
