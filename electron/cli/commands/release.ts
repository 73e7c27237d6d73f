import { plainError } from '../../contract/errors.ts';
import type { Lease, OwnedNumber } from '../../contract/state.ts';
import { ask, type Host } from '../host.ts';
import { print, usageError } from '../output.ts';
import type { Process } from '../process.ts';
import { e164Of, listLeases } from '../which.ts';

/**
 * Ends a lease according to its policy; a number without a lease goes back to Twilio. `which`: the lease's id, a number
 * or its SID. Rejects with NOT_FOUND.
 */
export async function release(
  process: Process,
  openHost: () => Host,
  asJson: boolean,
  which: string | undefined,
  { all = false }: { all?: boolean },
): Promise<void> {
  if (all === (which !== undefined))
    throw usageError('Name one lease or number, or say --all.', '"numbers" lists the numbers.');
  const host = openHost();
  if (which === undefined) return releaseAll(process, host, asJson);
  const lease = running(await listLeases(host), which);
  return lease
    ? endLease(process, host, asJson, lease)
    : giveBack(process, host, asJson, await findNumber(host, which));
}

async function releaseAll(process: Process, host: Host, asJson: boolean): Promise<void> {
  const answer = await ask<{ leases: Lease[] }>(host, 'DELETE', '/v1/leases');
  const ended = answer.leases.map(whatBecomesOf);
  print(process, asJson, answer, ended.join('\n') || 'No number is leased.');
}

/** By id in any state, because ending twice does no harm; by number only the current lease. */
function running(leases: Lease[], which: string): Lease | undefined {
  const number = e164Of(which);
  return leases.find(
    ({ id, state, ...lease }) =>
      id === which ||
      ((state === 'active' || state === 'buying') && (lease.number === number || lease.numberSid === which)),
  );
}

async function endLease(process: Process, host: Host, asJson: boolean, { id }: Lease): Promise<void> {
  const ended = await ask<Lease>(host, 'DELETE', `/v1/leases/${encodeURIComponent(id)}`);
  print(process, asJson, ended, whatBecomesOf(ended));
}

function whatBecomesOf({ number, policy, state }: Lease): string {
  if (number === null) return 'The purchase is given up.';
  if (state === 'released') return `${number} has been given back.`;
  if (policy === 'release') return `${number} is being given back.`;
  return `The lease of ${number} has ended; the number is kept (policy ${policy}).`;
}

async function findNumber(host: Host, which: string): Promise<OwnedNumber> {
  const { numbers } = await ask<{ numbers: OwnedNumber[] }>(host, 'GET', '/v1/numbers');
  const e164 = e164Of(which);
  const found = numbers.find(({ number, sid }) => number === e164 || sid === which);
  if (found) return found;
  throw plainError(
    'NOT_FOUND',
    `There is no lease and no number ${which}.`,
    '"numbers" lists the numbers and "lease" takes one.',
  );
}

async function giveBack(process: Process, host: Host, asJson: boolean, { number, sid }: OwnedNumber): Promise<void> {
  const answer = await ask(host, 'DELETE', `/v1/numbers/${sid}`);
  print(process, asJson, answer, `${number} is being given back.`);
}
