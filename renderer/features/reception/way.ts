import { refusalReasons, type ReceptionState } from '../../../electron/contract/reception.ts';
import type { AppState, TunnelPhase, TunnelState } from '../../../electron/contract/state.ts';
import { strings } from '../../ui/strings.ts';
import { receptionTrouble } from './trouble.ts';

const { health, way: text } = strings.reception;

/** How SMS arrive at the moment, in one line. */
export interface Way {
  line: string;
  color: string;
}

export type WayState = Pick<AppState, 'account' | 'tunnel' | 'polling' | 'pausedSince' | 'demo'>;

const colors: Record<TunnelPhase, string> = {
  off: 'gray',
  connecting: 'blue',
  online: 'green',
  degraded: 'orange',
  failed: 'red',
};

/** The demo calls its webhook on this computer, so there is nothing in between worth naming. */
export function wayOf({ account, tunnel, polling, pausedSince, demo }: WayState): Way {
  if (pausedSince !== null) return { line: text.paused, color: 'orange' };
  const trouble = receptionTrouble({ account, tunnel });
  if (trouble !== null) return { line: trouble, color: 'red' };
  const { kind, state, problem } = tunnel;
  if (kind === 'polling') return polling ? byList : { line: text.pollingLater, color: 'gray' };
  const color = colors[state];
  switch (state) {
    case 'online':
      return { line: demo ? text.phases.online : text.through[kind], color };
    case 'degraded':
    case 'failed':
      if (!polling) return { line: text.phases[state], color };
      // A wrong token does not fix itself.
      return { line: problem.retryable ? text.pollingInstead : text.polling, color };
    case 'off':
      return polling ? byList : { line: text.phases.off, color };
    case 'connecting':
      return { line: text.phases.connecting, color };
  }
}

const byList: Way = { line: text.polling, color: 'blue' };

/** One line for each reason why something was rejected. */
export function refusedLines(refused: ReceptionState['refused']): string[] {
  return refusalReasons
    .filter((reason) => refused[reason] > 0)
    .map((reason) => health.refusal({ words: health.refusals[reason], count: refused[reason] }));
}

/** The tunnel and its state. */
export function tunnelLine({ kind, state }: Pick<TunnelState, 'kind' | 'state'>): string {
  return kind === 'polling'
    ? health.noTunnel
    : health.tunnelState({ name: health.tunnelNames[kind], state: health.tunnelStates[state] });
}
