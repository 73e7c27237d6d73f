import { setupSteps, type ReceptionKind, type SetupStep } from '../../../electron/contract/choices.ts';
import type { RemainingNumber } from '../../../electron/contract/host.ts';
import { recommendedPolicy, type Policy } from '../../../electron/contract/lease.ts';
import { isEmulated, type AppState, type Lease } from '../../../electron/contract/state.ts';

/** A step of the setup that has a screen. */
export type ShownStep = Exclude<SetupStep, 'done'>;

/** In order. */
export const shownSteps = setupSteps.filter((step): step is ShownStep => step !== 'done');

/** The number is being bought, used or given back: not the moment to hide it behind the setup. */
export function isInUse({ state }: Pick<Lease, 'state'>): boolean {
  return state === 'buying' || state === 'active' || state === 'expired' || state === 'releasing';
}

/**
 * The step to show instead of the app; null when there is nothing (more) to set up. Leases are never hidden, even when
 * the account fails or when scripts take the numbers. Leases that are over do not stop a person from going through the
 * setup again.
 */
export function setupStep(
  state: Pick<AppState, 'demo' | 'capture' | 'account' | 'leases' | 'settings'>,
): ShownStep | null {
  if (isEmulated(state)) return null;
  const { account, leases, settings } = state;
  if (account.kind === 'none') return 'connect';
  if (leases.some(isInUse)) return null;
  if (account.kind !== 'connected') return leases.length > 0 ? null : 'connect';
  return settings.setup === 'done' ? null : settings.setup;
}

type Known = Pick<AppState, 'fixed' | 'settings'>;

/** The person's own URL, if they have set one up; else the tunnel, because both are faster than polling the list. */
export function recommendedWay({ fixed, settings }: Known): ReceptionKind {
  return (fixed.publicUrl ?? settings.publicUrl) === null ? 'ngrok' : 'url';
}

/** What is selected before the person chooses. */
export function firstWay(state: Known): ReceptionKind {
  const { reception } = state.settings;
  return reception === 'auto' ? recommendedWay(state) : reception;
}

/** What is selected before the person chooses. Who has taken numbers already keeps what they were taken with. */
export function firstPolicy({ leases, settings: { policy } }: Pick<AppState, 'leases' | 'settings'>): Policy {
  return policy === 'release' && leases.length === 0 ? recommendedPolicy : policy;
}

/** Whether SMS can arrive this way now. */
export function isOpen({ tunnel }: Pick<AppState, 'tunnel'>, way: ReceptionKind): boolean {
  return way === 'polling' || (tunnel.kind === way && tunnel.state === 'online');
}

/** The numbers of one account that wait for its token. */
export interface Running {
  sid: string;
  /** null for one that was being bought. */
  numbers: (string | null)[];
}

/** The account with the most numbers, because nothing tells which was used last; null when no number is left. */
export function runningOf(remaining: RemainingNumber[]): Running | null {
  const accounts = [...Map.groupBy(remaining, ({ account }) => account)];
  const [most] = accounts.sort(([, a], [, b]) => b.length - a.length);
  return most === undefined ? null : { sid: most[0], numbers: most[1].map(({ number }) => number) };
}
