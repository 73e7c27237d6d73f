import type { LeaseState, Message } from './types.ts';
import { OtpDock, type Lease, type LeaseRequest, type OtpDockOptions } from './client.ts';
import type { ReceivedCode } from './waiting.ts';

/** If Cypress dies, its numbers are released after this long, unless the request says otherwise. */
const defaultHeartbeatSeconds = 30;

/** `cy.task` sends and receives JSON. */
export interface OtpDockTasks {
  /** `cy.task('otpDock:lease', { country: 'US' })`: the lease, with `id` and `number`. */
  'otpDock:lease'(request?: LeaseRequest | null): Promise<LeaseState>;
  /** `cy.task('otpDock:code', { id, timeout: 30_000 })`: the next code of a lease, and its message. */
  'otpDock:code'(wait: { id: string; timeout?: number; after?: string }): Promise<ReceivedCode>;
  /** A lease's messages, newest first. */
  'otpDock:messages'(lease: { id: string }): Promise<Message[]>;
  /** Ends a lease. */
  'otpDock:release'(lease: { id: string }): Promise<null>;
  /** Ends all leases taken here and not yet released: for `afterEach`. */
  'otpDock:releaseAll'(): Promise<null>;
}

/** The tasks, for `on('task', otpDockTasks())` in `setupNodeEvents`. */
export function otpDockTasks(options: OtpDockOptions = {}): OtpDockTasks {
  const dock = new OtpDock(options);
  const taken = new Map<string, Lease>();
  const leaseOf = async (id: string) => taken.get(id) ?? dock.findLease(id);
  const release = async (id: string) => {
    await (await leaseOf(id)).release();
    taken.delete(id);
  };
  return {
    'otpDock:lease': async (request) => {
      const lease = await dock.lease({ heartbeatSeconds: defaultHeartbeatSeconds, ...request });
      taken.set(lease.id, lease);
      return lease.state;
    },
    'otpDock:code': async ({ id, ...wait }) => (await leaseOf(id)).waitForCode(wait),
    'otpDock:messages': async ({ id }) => (await leaseOf(id)).messages(),
    'otpDock:release': async ({ id }) => (await release(id), null),
    'otpDock:releaseAll': async () => {
      await Promise.all([...taken.keys()].map(release));
      return null;
    },
  };
}
