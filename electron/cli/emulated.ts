import { z } from 'zod';
import { isOnLoopback } from '../adapters/environment.ts';

/** Short, as it is on this machine. Milliseconds. */
const patienceMs = 5_000;

/**
 * Whether this account belongs to an emulator, where numbers cost nothing. A local address is not enough, as it may be
 * a proxy to Twilio: it has to answer for this account as only the emulator does.
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
