import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright';
import type { Input } from '../../../electron/contract/api.ts';
import type { Lease } from '../../../electron/contract/state.ts';
import type { Emulator } from '../../../electron/emulator/server.ts';
import type { Desktop, DesktopOptions } from '../harness/desktop.ts';
import { ask } from './fixture.ts';

/** The app with its credentials, and messages without a tunnel. */
export function onEmulator({ accountSid, authToken, baseUrl }: Emulator): DesktopOptions {
  const account = { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken };
  return { env: { ...account, TWILIO_API_BASE_URL: baseUrl, OTP_DOCK_TUNNEL: 'polling' } };
}

/** A number for ten minutes, which goes back at the end of them. */
export async function lease(page: Page, more: Partial<Input<'leases.start'>> = {}): Promise<Lease> {
  const input = { requestId: randomUUID(), country: 'US', ttlSeconds: 600, policy: 'release' as const, ...more };
  const answer = await ask(page, 'leases.start', input);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

/** The person is asked: the box is there, and the app with it. */
export async function asked({ openedBox }: Desktop): Promise<void> {
  await openedBox();
}

/** What the account has by the account itself. */
export const owned = (emulator: Emulator) => emulator.state().numbers.map(({ phoneNumber }) => phoneNumber);
