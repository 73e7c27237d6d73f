/** The demo always uses the same account, so that leftovers of a crash can be recognised and wiped. */
export const demoAccountSid = 'ACde30de30de30de30de30de30de30de30';

/** What was captured is kept under the same account in every run, whatever credentials an app uses. */
export const captureAccountSid = `AC${'ca'.repeat(16)}`;

/** Whether an account is one of the embedded emulator, whose numbers end with it and cost nothing. */
export function isEmulatedAccount(accountSid: string): boolean {
  return accountSid === demoAccountSid || accountSid === captureAccountSid;
}
