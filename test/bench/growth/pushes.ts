import { setImmediate } from 'node:timers/promises';
import { changeBetween, type StateChange } from '../../../electron/contract/change.ts';
import type { AppState } from '../../../electron/contract/state.ts';
import type { HostBridge } from '../../../electron/contract/hostBridge.ts';
import { AppStore } from '../../../renderer/state/store.ts';
import { exampleLease, exampleMessage, exampleState } from '../../fakes/appState.ts';
import { cpuMs } from '../measure.ts';

const pushes = 1_000;
/** As many as the host shows. */
const inView = 100;

/** What the push of one new message takes, among so many numbers. */
export interface PushCost {
  /** To make and to write the change, on the host: microseconds of the processor. */
  made: number;
  /** To read and to apply it, in the page. */
  applied: number;
  bytes: number;
}

export async function pushCost(numbers: number): Promise<PushCost> {
  const states = statesOf(numbers);
  const texts: string[] = [];
  const made = cpuMs(() => {
    for (let index = 1; index < states.length; index += 1)
      texts.push(JSON.stringify(changeBetween(states[index - 1]!, states[index]!)));
  });
  const accept = await pageWith(states[0]!);
  const applied = cpuMs(() => {
    for (const text of texts) accept(JSON.parse(text) as StateChange);
  });
  const bytes = texts.reduce((sum, text) => sum + text.length, 0) / pushes;
  return { made: (1000 * made) / pushes, applied: (1000 * applied) / pushes, bytes };
}

/** One after the other as a message comes in each time, and its lease shows the code. */
function statesOf(numbers: number): AppState[] {
  const leases = Array.from({ length: numbers }, (_, index) => exampleLease({ id: `lease-${index}` }));
  const messages = Array.from({ length: inView }, (_, index) => exampleMessage({ sid: `old-${index}`, leaseId: null }));
  const states = [exampleState({ leases, messages })];
  for (let index = 0; index < pushes; index += 1) states.push(withMessage(states.at(-1)!, index));
  return states;
}

function withMessage(state: AppState, index: number): AppState {
  const place = (index * 7) % state.leases.length;
  const lease = state.leases[place]!;
  const message = exampleMessage({ sid: `new-${index}`, leaseId: lease.id });
  const { sid: messageSid, receivedAt } = message;
  const latestCode = { code: String(100_000 + index), messageSid, receivedAt };
  return {
    ...state,
    revision: state.revision + 1,
    leases: state.leases.with(place, { ...lease, latestCode }),
    messages: [message, ...state.messages].slice(0, inView),
    reception: { ...state.reception, accepted: index, lastWebhookAt: receivedAt },
  };
}

/** The page's own store, with the first state. */
async function pageWith(state: AppState): Promise<(change: StateChange) => void> {
  const listeners: ((change: StateChange) => void)[] = [];
  const bridge: HostBridge = {
    request: () => Promise.resolve({ ok: true, value: structuredClone(state) }),
    subscribe: (event, listener) => {
      if (event === 'stateChanged') listeners.push(listener as (change: StateChange) => void);
      return () => undefined;
    },
    status: () => 'open',
    onStatus: () => () => undefined,
  };
  const store = new AppStore(bridge);
  store.start();
  await setImmediate();
  if (store.view().state === null) throw new Error('The page has no state.');
  return (change) => listeners.forEach((listener) => listener(change));
}
