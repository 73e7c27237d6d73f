// Plain JavaScript, the only such file here: for TypeScript, Node would first load a compiler, which takes half as long
// as everything after it.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// The oldest version with everything we use: type stripping, SQLite.
const needed = 24;
const { node } = process.versions;
if (Number.parseInt(node, 10) < needed) {
  process.stderr.write(
    `OTP Dock needs Node ${needed}, and this is ${node}. Call it by npm, which has the right one: npm run -s cli -- --help\n`,
  );
  process.exit(1);
}

// On this signal Node would open a debugger that any user of this computer can connect to.
if (process.platform !== 'win32') process.on('SIGUSR1', () => undefined);

const root = resolve(import.meta.dirname, '../..');

// Lets Node reuse its compiled code, with types stripped. If the folder is not writable, everything still works.
module.enableCompileCache?.(join(root, 'node_modules/.cache/otp-dock'));

// A reader that has seen enough (`| head`) ends a command without an error; a host adds its own listener and goes on.
process.stdout.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (process.stdout.listenerCount('error') === 1) process.exit(error.code === 'EPIPE' ? 0 : 1);
});
process.stderr.on('error', () => undefined);

const { run } = await import(await programFile());
process.exitCode = await run(process);

/**
 * The program in one file where it is built from the sources as they are, which starts in half the time, or where there
 * are no sources, as in a container; else the sources themselves.
 *
 * @returns {Promise<string>} its address
 */
async function programFile() {
  const sources = join(import.meta.dirname, 'program.ts');
  const built = join(root, 'out/host/program.js');
  const stamp = join(root, 'build/scripts/stamp.ts');
  if (!existsSync(sources)) return pathToFileURL(built).href;
  if (!existsSync(built) || !existsSync(stamp)) return pathToFileURL(sources).href;
  /** @type {typeof import('../../build/scripts/stamp.ts')} */
  const { isFresh } = await import(pathToFileURL(stamp).href);
  return pathToFileURL(isFresh(root) ? built : sources).href;
}
