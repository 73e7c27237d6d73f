import { outliveReaders } from '../../adapters/log/readers.ts';
import { plainError } from '../../contract/errors.ts';
import { startEmulator } from '../../emulator/server.ts';
import type { Process } from '../process.ts';
import { untilInterrupted } from '../signals.ts';

/** Runs only the emulator, until interrupted. Logs each request to stderr. Rejects with PORT_IN_USE. */
export async function emulator(process: Process, port: number): Promise<void> {
  outliveReaders(process);
  const interrupted = untilInterrupted(process);
  const running = await startEmulator({ port, log: (line) => void process.stderr.write(`${line}\n`) }).catch(
    (thrown: unknown) => {
      throw isTaken(thrown)
        ? plainError(
            'PORT_IN_USE',
            `Port ${port} is in use by another program.`,
            'Choose another with --port, or 0 for any that is free.',
          )
        : thrown;
    },
  );
  const { baseUrl, accountSid, authToken } = running;
  process.stdout.write(`${JSON.stringify({ ready: true, baseUrl, accountSid, authToken })}\n`);
  await interrupted;
  await running.close();
}

function isTaken(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'EADDRINUSE';
}
