import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import type { Input } from '../../../electron/contract/api.ts';
import type { Lease } from '../../../electron/contract/state.ts';
import type { Emulator } from '../../../electron/emulator/server.ts';
import type { DesktopOptions } from '../harness/launch.ts';
import { ask } from '../harness/ask.ts';
import { accountOf } from '../harness/fixtures.ts';
import { english } from '../../../electron/contract/words/english.ts';

/** The app with its credentials, and messages without a tunnel. */
export function onEmulator(emulator: Emulator, more: Record<string, string> = {}) {
  const env = { ...accountOf(emulator), OTP_DOCK_TUNNEL: 'polling', ...more };
  return { env } satisfies DesktopOptions;
}

/** A number for ten minutes, which goes back at the end of them. */
export async function lease(page: Page, more: Partial<Input<'leases.start'>> = {}): Promise<Lease> {
  const input = { requestId: randomUUID(), country: 'US', ttlSeconds: 600, policy: 'release' as const, ...more };
  const answer = await ask(page, 'leases.start', input);
  if (!answer.ok) throw new Error(english(answer.error.message));
  return answer.value;
}

/** An SMS with this code comes for the number. */
export function sendCode(emulator: Emulator, to: string | null, code: string) {
  return emulator.sendSms({ to: to!, from: '+12025550147', body: `Your Acme code is ${code}.` });
}

/** What the account has by the account itself. */
export const owned = (emulator: Emulator) => emulator.state().numbers.map(({ phoneNumber }) => phoneNumber);

/** The interface stands, and the start counts as one that went well: two that do not, and the next one asks how to. */
export async function started(dataDir: string): Promise<void> {
  await expect.poll(() => existsSync(join(dataDir, 'unfinished-starts'))).toBe(false);
}

/** Has the app speak a language. Its page is made anew for that, maybe before it has the answer. */
export async function speak(page: Page, language: 'en' | 'hi'): Promise<void> {
  void ask(page, 'settings.update', { language }).catch(() => undefined);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}
