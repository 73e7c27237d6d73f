import { setupSteps, type ReceptionKind, type SetupStep } from '../../../electron/contract/choices.ts';
import type { AppState, Lease } from '../../../electron/contract/state.ts';

/** A step that a person sees. */
export type ShownStep = Exclude<SetupStep, 'done'>;

/** In their order. */
export const shownSteps = setupSteps.filter((step): step is ShownStep => step !== 'done');

/** A number is bought, used or given back: not the moment to hide it behind the steps. */
export function isInUse({ state }: Pick<Lease, 'state'>): boolean {
  return state === 'buying' || state === 'active' || state === 'expired' || state === 'releasing';
}

/**
 * The step that is shown instead of the app; null when there is nothing (more) to set up. Leases are never hidden: not
 * while the account fails, and not for somebody who takes them by script. Those that are over do not keep a person from
 * going through the steps again.
 */
export function setupStep({
  demo,
  account,
  leases,
  settings,
}: Pick<AppState, 'demo' | 'account' | 'leases' | 'settings'>): ShownStep | null {
  if (demo) return null;
  if (account.kind === 'none') return 'connect';
  if (leases.some(isInUse)) return null;
  if (account.kind !== 'connected') return leases.length > 0 ? null : 'connect';
  return settings.setup === 'done' ? null : settings.setup;
}

type Known = Pick<AppState, 'fixed' | 'settings'>;

/** An own URL, once somebody has gone to the trouble of having one; else the tunnel, because both are faster than the list. */
export function recommendedWay({ fixed, settings }: Known): ReceptionKind {
  return (fixed.publicUrl ?? settings.publicUrl) === null ? 'ngrok' : 'url';
}

/** What is chosen before the person chooses. */
export function firstWay(state: Known): ReceptionKind {
  const { reception } = state.settings;
  return reception === 'auto' ? recommendedWay(state) : reception;
}

/** Whether SMS come in this way now. */
export function isOpen({ tunnel }: Pick<AppState, 'tunnel'>, way: ReceptionKind): boolean {
  return way === 'polling' || (tunnel.kind === way && tunnel.state === 'online');
}
