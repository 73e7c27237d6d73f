import type { AppError, Failure } from '../../electron/contract/errors.ts';
import type { Lease } from '../../electron/contract/state.ts';
import type { StartInput } from '../../electron/core/numbers/leases.ts';
import { viewFor } from '../../electron/api/holderView.ts';
import { FakeTelephony } from '../fakes/fakeTelephony.ts';
import { settle } from '../fakes/manualClock.ts';
import { startCore, type CoreApp, type CoreOptions } from './coreApp.ts';

/** What a request came to, as soon as it came to something. */
export interface Outcome {
  lease?: Lease;
  failure?: Failure;
  abort(): void;
}

export interface Desk extends CoreApp {
  /** Asks for a lease; `holder`: the name of a token. */
  ask(requestId: string, more?: Partial<StartInput>, holder?: string | null): Outcome;
  /** Makes a token. */
  token(name: string, leases?: number, perDay?: string): Promise<void>;
}

const mobiles = (count: number) => Array.from({ length: count }, (_, index) => `+91900000${1000 + index}`);

/** The core with numbers to buy, on a manual clock. */
export async function deskFor(options: CoreOptions & { numbers?: number } = {}): Promise<Desk> {
  const twilio = options.twilio ?? new FakeTelephony();
  twilio.forSale.set('IN mobile', mobiles(options.numbers ?? 60));
  const core = await startCore({ ...options, twilio });
  const ask: Desk['ask'] = (requestId, more = {}, holder = null) => {
    const gone = new AbortController();
    const outcome: Outcome = { abort: () => gone.abort() };
    viewFor(core.app, holder)
      .leases.start({ requestId, ttlSeconds: 600, ...more }, { signal: gone.signal })
      .then(
        (lease) => (outcome.lease = lease),
        (thrown: unknown) => (outcome.failure = (thrown as AppError).failure),
      );
    return outcome;
  };
  const token: Desk['token'] = async (name, leases, perDay) => {
    await core.app.sharing.add({ name, leases, perDay }, 'f'.repeat(64));
  };
  return { ...core, ask, token };
}

/** Ends the lease that a request has got. */
export const end = async ({ app }: CoreApp, { lease }: Outcome): Promise<void> => {
  await app.leases.end(lease?.id ?? '');
  await settle();
};

/** The holders of the requests that wait. */
export const waitingIn = ({ app }: CoreApp) => app.state().waiting.map(({ holder }) => holder);
