import { plainError, type AppError } from '../../contract/errors.ts';
import { plainText } from '../../contract/plainText.ts';
import { OtpDock, type LeaseRequest } from '../../client/client.ts';
import { pollForCode } from '../../client/polling.ts';
import { modeIn } from '../../client/mode.ts';
import type { Target, WaitOptions } from '../../client/waitOptions.ts';
import type { Clock } from '../../core/ports.ts';
import type { Host } from '../host.ts';
import { print, usageError } from '../output.ts';
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
  const mode = modeIn(process.env);
  const wanted = {
    ...rest,
    ...(mode && { mode }),
    waitSeconds: wait,
    ...(ttl !== undefined && { ttlSeconds: ttl }),
    ...(quarantine !== undefined && { quarantineSeconds: quarantine }),
  };
  const calm = clock.after(patienceMs, () => void process.stderr.write(wait > 0 ? stillWaiting : stillTrying));
  const taken = await new OtpDock(host).lease(wanted).finally(calm);
  print(process, asJson, taken, taken.number);
}

export interface CodeWaitOptions extends Pick<WaitOptions, 'from' | 'contains' | 'service' | 'after'> {
  /** A number, leased or not, in place of a lease. */
  to?: string;
  /** Seconds. */
  timeout: number;
}

/** Waits for the code and prints it. Rejects with NO_CODE when none came in time or before an interruption. */
export async function wait(
  process: Process,
  openHost: () => Host,
  asJson: boolean,
  which: string | undefined,
  { to, timeout, ...wanted }: CodeWaitOptions,
): Promise<void> {
  if ((which === undefined) === (to === undefined))
    throw usageError('Name one lease or number, or a number with --to.', '"numbers" lists the numbers.');
  const host = openHost();
  const target = to === undefined ? { leaseId: (await findLease(host, which ?? '')).id } : { to };
  const interrupted = new AbortController();
  void untilInterrupted(process).then(() => interrupted.abort(givenUp(target)));
  const options = { ...wanted, timeoutSeconds: timeout, signal: interrupted.signal };
  const received = await pollForCode(host, target, options);
  if (!received)
    throw plainError(
      'NO_CODE',
      `No code came within ${timeout} seconds.`,
      'Check that the app under test sent its SMS to this number; "messages" shows what came.',
      { retryable: true },
    );
  // A person's own rules may match any text as a code.
  print(process, asJson, received, plainText(received.code));
}

function givenUp(target: Target): AppError {
  return plainError(
    'NO_CODE',
    'No code came before the wait was interrupted.',
    'to' in target
      ? 'Wait again; "messages" shows what came.'
      : 'The lease runs on: wait again, or give the number back with "release".',
    { retryable: true },
  );
}
