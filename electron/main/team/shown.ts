import type { AppEventName } from '../../contract/events.ts';
import type { AppState } from '../../contract/state.ts';
import type { AppEvents } from '../../core/events.ts';
import type { Cancel } from '../../core/ports.ts';

/** What windows, menus, tray and notifications listen to. */
export type ShownEvents = Pick<AppEvents, AppEventName | 'state'>;

/** What they show: the app's own numbers, or those of a team's host. */
export interface Shown {
  state(): AppState;
  on<E extends keyof ShownEvents>(event: E, listener: (payload: ShownEvents[E]) => void): Cancel;
}
