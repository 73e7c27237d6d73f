import { execFileSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const source = join(root, 'electron/client');

/** Builds the client for test scripts and packs it into the folder. Returns the path of the package. */
export function packClient(folder: string): string {
  const tree = join(folder, 'client');
  rmSync(tree, { recursive: true, force: true });
  compile(join(tree, 'lib'));
  writeManifest(tree);
  for (const file of [join(source, 'README.md'), join(root, 'LICENSE')])
    copyFileSync(file, join(tree, file.slice(file.search(/[^\\/]+$/))));
  const [packed] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], tree)) as { filename: string }[];
  return join(folder, packed?.filename ?? '');
}

/** Runs npm: the one that runs this script, else the installed one. Returns its output. */
export function npm(args: string[], cwd: string): string {
  const script = process.env['npm_execpath'];
  const [command, given] = script?.endsWith('.js') ? [process.execPath, [script, ...args]] : ['npm', args];
  return execFileSync(command, given, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

function compile(lib: string): void {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', source, '--outDir', lib], { stdio: 'inherit' });
  // The client uses only types of the contract, so none of its code is needed.
  for (const file of globSync(join(lib, 'contract/**/*.js'))) rmSync(file);
  for (const file of globSync(join(lib, '**/*.d.ts'))) {
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replaceAll(/(from '\.[^']*)\.ts'/g, "$1.js'"));
  }
  writeFileSync(join(lib, 'package.json'), `${JSON.stringify({ type: 'commonjs' })}\n`);
}

/** The client gets the version of the app that it is tested with. */
function writeManifest(tree: string): void {
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const manifest = { ...read(join(source, 'package.json')), version: read(join(root, 'package.json'))['version'] };
  writeFileSync(join(tree, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

if (import.meta.main) {
  const dist = join(root, 'dist');
  mkdirSync(dist, { recursive: true });
  process.stdout.write(`${packClient(dist)}\n`);
}
