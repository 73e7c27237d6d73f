import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';

// Before anything else is loaded: what Node has compiled once, types stripped, it need not compile again. Where the
// folder cannot be written, all is as without it.
enableCompileCache(join(resolve(import.meta.dirname, '../..'), 'node_modules/.cache/otp-dock'));

// A reader that has seen enough (`| head`) ends the command, and is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const { run } = await import('./program.ts');
process.exitCode = await run(process.argv);
