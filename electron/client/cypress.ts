import type { Carrier, Fault, LeaseState, Message } from './types.ts';
import { OtpDock, type FaultsRequest, type Lease, type LeaseRequest, type OtpDockOptions } from './client.ts';
import type { ReceivedCode } from './polling.ts';
import type { ReceivedLink } from './waiting.ts';
import type { WaitOptions } from './waitOptions.ts';

/** If Cypress dies, its numbers are released after this long, unless the request says otherwise. */
const defaultHeartbeatSeconds = 30;

/** Whose messages, a lease's (`id`) or a number's (`to`), and which of them. */
export type TaskWait = ({ id: string } | { to: string }) & Omit<WaitOptions, 'signal' | 'after'> & { after?: string };

/** `cy.task` sends and receives JSON. */
export interface OtpDockTasks {
  /** `cy.task('otpDock:lease', { country: 'US' })`: the lease, with `id` and `number`. */
  'otpDock:lease'(request?: LeaseRequest | null): Promise<LeaseState>;
  /** `cy.task('otpDock:code', { id, timeout: 30_000 })`: the next code of a lease or, with `to`, a number. */
  'otpDock:code'(wait: TaskWait): Promise<ReceivedCode>;
  /** The next message, with or without a code. */
  'otpDock:message'(wait: TaskWait): Promise<Message>;
  /** The first link of the next message that has one; `matching`: only a link that contains this text. */
  'otpDock:link'(wait: TaskWait & { matching?: string }): Promise<ReceivedLink>;
  /** A lease's messages, newest first. */
  'otpDock:messages'(lease: { id: string }): Promise<Message[]>;
  /** What the app under test is started with while SMS are captured; null in an OTP Dock with real numbers. */
  'otpDock:capture'(): Promise<Carrier | null>;
  /** While the host captures: what befalls the next messages, to one recipient (`to`) or to everybody. */
  'otpDock:setFaults'(request: FaultsRequest): Promise<Fault[]>;
  /** Ends the faults of one recipient (`to`), or all that were set here. */
  'otpDock:clearFaults'(request?: { to?: string } | null): Promise<null>;
  /** Ends a lease. */
  'otpDock:release'(lease: { id: string }): Promise<null>;
  /**
   * Ends all leases taken here and not yet released, and all faults set here, and lets only what comes from now on
   * count by number: for `afterEach`.
   */
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
    'otpDock:code': async (wait) => ('to' in wait ? dock.code(wait) : (await leaseOf(wait.id)).waitForCode(wait)),
    'otpDock:message': async (wait) =>
      'to' in wait ? dock.waitForMessage(wait) : (await leaseOf(wait.id)).waitForMessage(wait),
    'otpDock:link': async (wait) =>
      'to' in wait ? dock.waitForLink(wait) : (await leaseOf(wait.id)).waitForLink(wait),
    'otpDock:messages': async ({ id }) => (await leaseOf(id)).messages(),
    'otpDock:capture': async () => (await dock.connected()).capture,
    'otpDock:setFaults': (request) => dock.setFaults(request),
    'otpDock:clearFaults': async (request) => (await dock.clearFaults(request ?? {}), null),
    'otpDock:release': async ({ id }) => (await release(id), null),
    'otpDock:releaseAll': async () => {
      dock.countFromNow();
      await Promise.all([dock.clearFaults(), ...[...taken.keys()].map(release)]);
      return null;
    },
  };
}
