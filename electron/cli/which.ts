import { plainError } from '../contract/errors.ts';
import type { Lease } from '../contract/state.ts';
import { ask, type Host } from './host.ts';

/** The typed number in E.164; null when it is not one. Spaces, brackets and dashes are allowed. */
export function e164Of(typed: string): string | null {
  const digits = typed.replace(/\D/g, '');
  return /^[+\d\s().-]+$/.test(typed) && digits.length > 5 ? `+${digits}` : null;
}

/** Newest first. */
export async function listLeases(host: Host): Promise<Lease[]> {
  return (await ask<{ leases: Lease[] }>(host, 'GET', '/v1/leases')).leases;
}

/** Finds a lease by id, or the newest lease of a number. Rejects with NOT_FOUND. */
export async function findLease(host: Host, which: string): Promise<Lease> {
  const leases = await listLeases(host);
  const e164 = e164Of(which);
  const found =
    leases.find(({ id }) => id === which) ?? leases.find(({ number }) => number !== null && number === e164);
  if (found) return found;
  throw plainError(
    'NOT_FOUND',
    `There is no lease for ${which}.`,
    '"numbers" lists the numbers and "lease" takes one.',
  );
}
