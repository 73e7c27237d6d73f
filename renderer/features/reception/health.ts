import { refusalReasons, type ReceptionState } from '../../../electron/contract/reception.ts';
import type { TunnelState } from '../../../electron/contract/state.ts';
import { strings } from '../../ui/strings.ts';

const text = strings.reception.health;

/** One line for each reason why something was rejected. */
export function refusedLines(refused: ReceptionState['refused']): string[] {
  return refusalReasons
    .filter((reason) => refused[reason] > 0)
    .map((reason) => text.refusal({ words: text.refusals[reason], count: refused[reason] }));
}

/** The tunnel and its state. */
export function tunnelLine({ kind, state }: Pick<TunnelState, 'kind' | 'state'>): string {
  return kind === 'polling'
    ? text.noTunnel
    : text.tunnelState({ name: text.tunnelNames[kind], state: text.tunnelStates[state] });
}
