import { AppError, plainError } from '../contract/errors.ts';
import type { AccountState } from '../contract/state.ts';
import type { App } from '../core/app.ts';
import type { Clock } from '../core/ports.ts';

/** How long Twilio may be out of reach. Milliseconds. */
const patienceMs = 30_000;

/**
 * Resolves when Twilio has accepted the credentials. Rejects with NOT_CONNECTED when there are none, and with the
 * reason when it refuses them, or has not answered for half a minute.
 */
export async function accountAccepted(app: Pick<App, 'state' | 'on'>, clock: Pick<Clock, 'after'>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const look = (account: AccountState) => {
    if (account.kind === 'connected') resolve();
    if (account.kind === 'none') reject(noCredentials());
    if (account.kind === 'failed' && !account.error.retryable) reject(new AppError(account.error));
  };
  const ends = [
    app.on('state', ({ account }) => look(account)),
    clock.after(patienceMs, () => reject(stillWaiting(app.state().account))),
  ];
  look(app.state().account);
  try {
    await promise;
  } finally {
    for (const end of ends) end();
  }
}

function noCredentials(): AppError {
  return plainError(
    'NOT_CONNECTED',
    'There are no credentials for Twilio.',
    'Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN (or an API key), or start the demo with --demo.',
  );
}

function stillWaiting(account: AccountState): AppError {
  if (account.kind === 'failed') return new AppError(account.error);
  return plainError(
    'TWILIO_UNREACHABLE',
    'Twilio has not answered for half a minute.',
    'Check the network of this machine, and TWILIO_API_BASE_URL if it is set.',
    { retryable: true },
  );
}
