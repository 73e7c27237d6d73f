import { plainError, type AppError } from '../../contract/errors.ts';
import { plainText } from '../../contract/plainText.ts';
import { OtpDock, type LeaseRequest } from '../../client/client.ts';
import { pollForCode } from '../../client/waiting.ts';
import type { Clock } from '../../core/ports.ts';
import type { Host } from '../host.ts';
import { print } from '../output.ts';
import type { Process } from '../process.ts';
import { untilInterrupted } from '../signals.ts';
import { findLease } from '../which.ts';

/** A purchase takes a second or two. Milliseconds. */
const patienceMs = 10_000;

const stillTrying =
  'No number yet. While Twilio is busy or out of reach, the host tries again for up to two minutes.\n';
const stillWaiting = 'No number yet. One is waited for until it becomes free, or the time is up.\n';

/** How to ask, in seconds. */
interface Times {
  ttl?: number;
  wait?: number;
  quarantine?: number;
}

/** Takes a number and prints it. */
export async function lease(
  process: Process,
  clock: Clock,
  host: Host,
  asJson: boolean,
  { ttl, wait = 0, quarantine, ...rest }: LeaseRequest & Times,
): Promise<void> {
  const wanted = {
    ...rest,
    waitSeconds: wait,
    ...(ttl !== undefined && { ttlSeconds: ttl }),
    ...(quarantine !== undefined && { quarantineSeconds: quarantine }),
  };
  const calm = clock.after(patienceMs, () => void process.stderr.write(wait > 0 ? stillWaiting : stillTrying));
  const taken = await new OtpDock(host).lease(wanted).finally(calm);
  print(process, asJson, taken, taken.number);
}

/** Waits for the code and prints it. Rejects with NO_CODE when none came in time or before an interruption. */
export async function wait(
  process: Process,
  host: Host,
  asJson: boolean,
  which: string,
  timeoutSeconds: number,
): Promise<void> {
  const { id } = await findLease(host, which);
  const interrupted = new AbortController();
  void untilInterrupted(process).then(() => interrupted.abort(givenUp()));
  const received = await pollForCode(host, id, { timeout: timeoutSeconds * 1000, signal: interrupted.signal });
  if (!received)
    throw plainError(
      'NO_CODE',
      `No code came within ${timeoutSeconds} seconds.`,
      'Check that the app under test sent its SMS to this number; "messages" shows what came.',
      { retryable: true },
    );
  // A person's own rules may match any text as a code.
  print(process, asJson, received, plainText(received.code));
}

function givenUp(): AppError {
  return plainError(
    'NO_CODE',
    'No code came before the wait was interrupted.',
    'The lease runs on: wait again, or give the number back with "release".',
    { retryable: true },
  );
}
