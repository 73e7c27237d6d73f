import { z } from 'zod';
import { isOnLoopback } from '../adapters/environment.ts';

/** It is on this machine. Milliseconds. */
const patienceMs = 5_000;

/**
 * Whether this account is one of an emulator, where numbers cost nothing. That its address is on this machine is not
 * enough, a proxy to Twilio may be there: it has to answer as only the emulator does, for this account.
 */
export async function isEmulated(apiBaseUrl: string | null, accountSid: string): Promise<boolean> {
  if (apiBaseUrl === null || !isOnLoopback(apiBaseUrl)) return false;
  const schema = z.object({ account: z.object({ sid: z.literal(accountSid) }), faults: z.object({}) });
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const response = await fetch(`${apiBaseUrl}/_emulator/state`, { redirect: 'error', signal });
    return response.ok && schema.safeParse(await response.json()).success;
  } catch {
    return false;
  }
}
