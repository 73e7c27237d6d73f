import { randomUUID } from 'node:crypto';
import type { LeaseInput } from '../../contract/api.ts';
import { plainError, toFailure, type AppError } from '../../contract/errors.ts';
import { plainText } from '../../contract/plainText.ts';
import type { Lease, Message } from '../../contract/state.ts';
import type { Clock } from '../../core/ports.ts';
import type { HostClient } from '../hostClient.ts';
import { print } from '../output.ts';
import type { Process } from '../process.ts';
import { untilInterrupted } from '../signals.ts';
import { findLease } from '../which.ts';

const longestAskSeconds = 60;

/** A purchase takes a second or two. Milliseconds. */
const patienceMs = 10_000;

const stillTrying =
  'No number yet. While Twilio is busy or out of reach, the host tries again for up to two minutes.\n';
const stillWaiting = 'No number yet. One is waited for until it becomes free, or the time is up.\n';

/** Takes a number and prints it. `ttl` and `wait`: seconds. */
export async function lease(
  process: Process,
  clock: Clock,
  host: HostClient,
  asJson: boolean,
  { ttl, wait = 0, ...rest }: LeaseInput & { ttl?: number; wait?: number },
): Promise<void> {
  const body = { ...rest, ...(ttl === undefined ? {} : { ttlSeconds: ttl }) };
  const calm = clock.after(patienceMs, () => void process.stderr.write(wait > 0 ? stillWaiting : stillTrying));
  const taken = await take(host, body, randomUUID(), wait).finally(calm);
  print(process, asJson, taken, taken?.number ?? '');
}

/** In slices, as a wait for a code; with the same key the host keeps the place in its queue. */
async function take(host: HostClient, body: object, key: string, waitSeconds: number): Promise<Lease | undefined> {
  const slice = Math.min(waitSeconds, longestAskSeconds);
  const left = waitSeconds - slice;
  const wanted = { ...body, ...(slice > 0 && { waitSeconds: slice }) };
  try {
    return await host.call<Lease>('POST', '/v1/leases', wanted, { headers: { 'idempotency-key': key } });
  } catch (thrown) {
    if (left > 0 && toFailure(thrown).code === 'NO_FREE_NUMBER') return take(host, body, key, left);
    throw thrown;
  }
}

/** Waits for the code and prints it. Rejects with NO_CODE when none came in time, or before it was interrupted. */
export async function wait(
  process: Process,
  host: HostClient,
  asJson: boolean,
  which: string,
  timeoutSeconds: number,
): Promise<void> {
  const { id } = await findLease(host, which);
  const interrupted = new AbortController();
  void untilInterrupted(process).then(() => interrupted.abort(givenUp()));
  const answer = await askForCode(host, id, timeoutSeconds, interrupted.signal);
  if (!answer)
    throw plainError(
      'NO_CODE',
      `No code came within ${timeoutSeconds} seconds.`,
      'Check that the app under test sent its SMS to this number; "messages" shows what came.',
      { retryable: true },
    );
  // A rule of one's own may take anything for a code.
  print(process, asJson, answer, plainText(answer.code));
}

function givenUp(): AppError {
  return plainError(
    'NO_CODE',
    'No code came before the wait was interrupted.',
    'The lease runs on: wait again, or give the number back with "release".',
    { retryable: true },
  );
}

/** In slices: fetch gives up on an answer that takes five minutes. */
async function askForCode(
  host: HostClient,
  id: string,
  timeoutSeconds: number,
  signal: AbortSignal,
): Promise<{ code: string; message: Message } | undefined> {
  const slice = Math.min(timeoutSeconds, longestAskSeconds);
  const answer = await host.call<{ code: string; message: Message }>(
    'GET',
    `/v1/leases/${encodeURIComponent(id)}/code?timeoutSeconds=${slice}`,
    undefined,
    { signal },
  );
  return answer || timeoutSeconds <= longestAskSeconds ? answer : askForCode(host, id, timeoutSeconds - slice, signal);
}
