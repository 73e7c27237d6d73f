import type { Lease } from '../../contract/state.ts';
import { ask, type Host } from '../host.ts';
import { print } from '../output.ts';
import type { Process } from '../process.ts';
import { findLease } from '../which.ts';

/** Pins a lease so that it does not expire, or unpins it. Rejects with NOT_FOUND, LEASE_ENDED or CONFLICT. */
export async function pin(
  process: Process,
  host: Host,
  asJson: boolean,
  which: string,
  pinned: boolean,
): Promise<void> {
  const { id } = await findLease(host, which);
  const lease = await ask<Lease>(host, 'POST', `/v1/leases/${encodeURIComponent(id)}/pin`, { pinned });
  print(process, asJson, lease, describe(lease));
}

function describe({ number, expiresAt }: Lease): string {
  if (expiresAt !== null) return `${number} runs out at ${expiresAt.slice(0, 19).replace('T', ' ')} UTC.`;
  return `${number} is pinned: it stays, and is billed each month, until it is unpinned or released.`;
}
