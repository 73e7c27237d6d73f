import type { AppError, Failure } from '../../electron/contract/errors.ts';
import type { Lease } from '../../electron/contract/state.ts';
import type { StartInput } from '../../electron/core/numbers/leases.ts';
import { viewFor } from '../../electron/api/holderView.ts';
import { mobiles } from '../fakes/fakeTelephony.ts';
import { settle } from '../fakes/manualClock.ts';
import { startCore, type CoreApp, type CoreOptions } from './coreApp.ts';

/** The result of a request, as soon as there is one. */
interface Outcome {
  lease?: Lease;
  failure?: Failure;
  abort(): void;
}

export interface Desk extends CoreApp {
  /** Asks for a lease; `holder`: the name of a token. */
  ask(requestId: string, more?: Partial<StartInput>, holder?: string | null): Outcome;
  /** Like `ask`, but waits until the request has a result or is queued. */
  asked(...request: Parameters<Desk['ask']>): Promise<Outcome>;
  /** Ends the lease that a request got. */
  close(outcome: Outcome): Promise<Lease>;
  /** Makes a token. */
  token(name: string, leases?: number, perDay?: string): Promise<void>;
}

/** The core on a manual clock, with this many numbers for sale. */
export async function deskFor(options: CoreOptions & { numbers?: number } = {}): Promise<Desk> {
  const core = await startCore(options);
  if (options.numbers !== undefined) core.twilio.forSale.set('IN mobile', mobiles(options.numbers));
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
  const asked: Desk['asked'] = (...request) => settle(ask(...request));
  return { ...core, ask, asked, token, close: ({ lease }) => core.end(lease?.id ?? '') };
}

/** The holders of the waiting requests. */
export const waitingIn = ({ app }: CoreApp) => app.state().waiting.map(({ holder }) => holder);
