import type { Lease } from '../contract/state.ts';
import type { HostClient } from './hostClient.ts';

/** The number that was typed, in E.164; null when that is none. Spaces, brackets and dashes do no harm. */
export function e164Of(typed: string): string | null {
  const digits = typed.replace(/\D/g, '');
  return /^[+\d\s().-]+$/.test(typed) && digits.length > 5 ? `+${digits}` : null;
}

/** Newest first. */
export async function listLeases(host: HostClient): Promise<Lease[]> {
  return (await host.call<{ leases: Lease[] }>('GET', '/v1/leases'))?.leases ?? [];
}
