import type { Failure } from '../../../electron/contract/errors.ts';
import type { AppState } from '../../../electron/contract/state.ts';
import { strings } from '../../ui/strings.ts';

const text = strings.onboarding.failed;

/** What is wrong with the account, in a few words. */
export function accountTrouble({ code, retryable }: Failure): string {
  if (code === 'INVALID_CREDENTIALS') return text.credentialsRefused;
  if (retryable) return text.unreachable;
  return code === 'ACCOUNT_SUSPENDED' ? text.suspended : text.other;
}

/** Why no SMS comes in from Twilio; null while they do. An open tunnel brings them even if we cannot ask Twilio. */
export function receptionTrouble({ account, tunnel }: Pick<AppState, 'account' | 'tunnel'>): string | null {
  if (account.kind !== 'failed') return null;
  const isPushed = tunnel.kind !== 'polling' && tunnel.state === 'online';
  return isPushed && account.error.retryable ? null : accountTrouble(account.error);
}

const ofAccount: readonly Failure['code'][] = ['TWILIO_UNREACHABLE', 'INVALID_CREDENTIALS', 'ACCOUNT_SUSPENDED'];

/** Whether a failure is about the account as a whole, which is told at the top of each page. */
export function isOfAccount({ code }: Failure): boolean {
  return ofAccount.includes(code);
}
