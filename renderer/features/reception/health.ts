import { refusalReasons, type ReceptionState } from '../../../electron/contract/reception.ts';
import type { TunnelState } from '../../../electron/contract/state.ts';
import { strings } from '../../ui/strings.ts';

const text = strings.reception.health;

/** A line for each reason for which something was refused. */
export function refusedLines(refused: ReceptionState['refused']): string[] {
  return refusalReasons
    .filter((reason) => refused[reason] > 0)
    .map((reason) => text.refusal(text.refusals[reason], refused[reason]));
}

/** The tunnel and, where something is wrong with it, what, and what to do. */
export function tunnelLine({ kind, state, problem }: TunnelState): string {
  if (kind === 'polling') return text.noTunnel;
  const line = text.tunnelState(kind, state);
  return problem === null ? line : `${line}. ${problem.message} ${problem.hint}`;
}
