import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

interface Locked {
  version: string;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  os?: string[];
  cpu?: string[];
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

export interface ShippedPackage {
  /** The package's folder, such as node_modules/conf/node_modules/ajv. */
  folder: string;
  name: string;
  version: string;
  license: string;
}

/** The third-party packages in the installed app: the dependencies, and what is bundled into out/. */
export function shippedPackages(folder = root): ShippedPackage[] {
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const { packages } = lock;
  const shipped = new Set<string>();
  const add = (name: string, from: string): void => {
    const found = resolveFrom(name, from, packages);
    if (found === null || shipped.has(found)) return;
    const { os, cpu, dependencies = {}, optionalDependencies = {} } = packages[found]!;
    // The same project's binary for one platform, under the licence of the package that needs it.
    if (os || cpu) return;
    shipped.add(found);
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) add(next, found);
  };
  for (const name of [...Object.keys(packages['']!.dependencies ?? {}), ...bundledNames(folder)]) add(name, '');
  return [...shipped]
    .map((path) => {
      const { version, license = 'UNKNOWN' } = packages[path]!;
      return { folder: path, name: path.split('node_modules/').at(-1)!, version, license };
    })
    .sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version) || compare(a.folder, b.folder));
}

/** Looks for a package the way Node does: inside the one that asks for it, then further and further out. */
function resolveFrom(name: string, from: string, packages: Record<string, Locked>): string | null {
  const parts = from.split('/node_modules/');
  for (let depth = parts.length; depth >= 0; depth -= 1) {
    const folder = parts.slice(0, depth).join('/node_modules/');
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[path]) return path;
  }
  return null;
}

/** Imports of code and styles, and pictures that are named by their path. */
const mentions = [
  /(?:from|import|import\()\s*'((?:@[^/']+\/)?[^./'][^/':]*)(?:\/[^']*)?'/g,
  /\/node_modules\/((?:@[^/'`]+\/)?[^/'`$]+)\//g,
];

/** The packages that the app's sources import, wherever package.json lists them. */
function bundledNames(folder: string): string[] {
  const patterns = [
    'renderer/**/*.{ts,tsx,css}',
    'electron/{contract,core,adapters,emulator,api,main,preload}/**/*.ts',
  ];
  const names = globSync(patterns, { cwd: folder }).flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return mentions.flatMap((mention) => [...text.matchAll(mention)].map((match) => match[1]!));
  });
  // Electron has its own licence files, which electron-builder puts next to the app.
  return [...new Set(names)].filter((name) => name !== 'electron').sort(compare);
}

/** The text of the notices file that ships with the app. */
export function noticesText(folder = root): string {
  const parts = shippedPackages(folder).map((shipped) => section(folder, shipped));
  return [
    'OTP Dock contains the following software of others, each under the licence that follows it.',
    'Electron, Chromium and Node have licence files of their own beside the app.',
    '',
    ...parts,
  ].join('\n');
}

const line = '='.repeat(80);

function section(folder: string, { folder: path, name, version, license }: ShippedPackage): string {
  const own = join(folder, path);
  const files = existsSync(own) ? readdirSync(own).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)) : [];
  const texts = files
    .sort(compare)
    .map((file) => readFileSync(join(own, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return [line, `${name} ${version} (${license})`, line, '', ...(texts.length > 0 ? texts : [without(own)]), ''].join(
    '\n',
  );
}

function without(own: string): string {
  const { author, homepage } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')) as {
    author?: string | { name?: string };
    homepage?: string;
  };
  const name = typeof author === 'object' ? author.name : author;
  return `The package has no licence text of its own. Author: ${name ?? 'see its page'}. ${homepage ?? ''}`.trim();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** electron-builder calls this before packing (see electron-builder.yml), so no installer ships without the file. */
export function beforePack(): void {
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(join(root, 'out/THIRD_PARTY_NOTICES.txt'), noticesText());
}

if (import.meta.main) beforePack();
