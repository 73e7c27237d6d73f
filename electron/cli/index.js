// Plain JavaScript, the only file of it here: for one of TypeScript, Node would load a compiler before anything else,
// which takes as long as half of what follows.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// The oldest that has all that is used: types stripped, SQLite.
const needed = 24;
const { node } = process.versions;
if (Number.parseInt(node, 10) < needed) {
  process.stderr.write(
    `OTP Dock needs Node ${needed}, and this is ${node}. Call it by npm, which has the right one: npm run -s cli -- --help\n`,
  );
  process.exit(1);
}

// Node would open a debugger at this signal, to which every user of the computer can speak.
if (process.platform !== 'win32') process.on('SIGUSR1', () => undefined);

const root = resolve(import.meta.dirname, '../..');

// What Node has compiled once, types stripped, it need not compile again. Where the folder cannot be written, all is as
// without it.
module.enableCompileCache?.(join(root, 'node_modules/.cache/otp-dock'));

// A reader that has seen enough (`| head`) ends the command, and is no error; a host goes on, and listens itself.
process.stdout.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (process.stdout.listenerCount('error') === 1) process.exit(error.code === 'EPIPE' ? 0 : 1);
});
process.stderr.on('error', () => undefined);

const { run } = await import(await programFile());
process.exitCode = await run(process);

/**
 * The program in one file where it is built from the sources as they are, which starts in half the time; else the
 * sources themselves.
 *
 * @returns {Promise<string>} its address
 */
async function programFile() {
  const sources = new URL('./program.ts', import.meta.url).href;
  const built = join(root, 'out/host/program.js');
  const stamp = join(root, 'build/scripts/stamp.ts');
  if (!existsSync(built) || !existsSync(stamp)) return sources;
  /** @type {typeof import('../../build/scripts/stamp.ts')} */
  const { isFresh } = await import(pathToFileURL(stamp).href);
  return isFresh(root) ? pathToFileURL(built).href : sources;
}
