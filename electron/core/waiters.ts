import type { Lease, Message } from '../contract/state.ts';
import type { Clock, History } from './ports.ts';
import type { CodeAfter } from './messageHistory.ts';
import type { Emitter } from './emitter.ts';
import type { LeaseBook } from './numbers/leaseBook.ts';

export type CodeOutcome =
  | { kind: 'code'; code: string; message: Message }
  | { kind: 'timeout' }
  /** Nothing comes in while reception is paused. */
  | { kind: 'paused' }
  /** The lease is over and no code came. */
  | { kind: 'ended' };

export interface CodeWait {
  leaseId: string;
  timeoutMs: number;
  /** Only a code that came later counts. */
  after?: CodeAfter | null;
  signal?: AbortSignal;
}

export interface WaiterDeps {
  book: LeaseBook;
  clock: Clock;
  events: Emitter;
  history: Pick<History, 'newestCode'>;
  paused(): boolean;
}

/** Waits for a lease's code without asking again and again. Rejects with NOT_FOUND (the lease, or the message of `after`); an abort counts as a time-out. */
export async function waitForCode(deps: WaiterDeps, wait: CodeWait): Promise<CodeOutcome> {
  const { book, history } = deps;
  book.view(wait.leaseId);
  const watcher = watch(deps, wait);
  try {
    // The watcher listens before the disk is read, so that a code cannot slip through between the two.
    const known = await history.newestCode(wait.leaseId, wait.after ?? null);
    if (known?.code) return { kind: 'code', code: known.code, message: known };
    if (!book.isOpen(wait.leaseId)) return { kind: 'ended' };
    if (deps.paused()) return { kind: 'paused' };
    return await watcher.outcome;
  } finally {
    watcher.stop();
  }
}

function watch({ clock, events }: WaiterDeps, wait: CodeWait): { outcome: Promise<CodeOutcome>; stop(): void } {
  const { promise, resolve } = Promise.withResolvers<CodeOutcome>();
  const onAbort = () => resolve({ kind: 'timeout' });
  const ends = [
    events.on('message', (message) => {
      if (isAnswer(message, wait)) resolve({ kind: 'code', code: message.code, message });
    }),
    events.on('lease', (lease) => {
      if (lease.id === wait.leaseId && !isOpenState(lease.state)) resolve({ kind: 'ended' });
    }),
    events.on('state', ({ pausedSince }) => {
      if (pausedSince !== null) resolve({ kind: 'paused' });
    }),
    clock.after(wait.timeoutMs, onAbort),
  ];
  wait.signal?.addEventListener('abort', onAbort, { once: true });
  return {
    outcome: promise,
    stop: () => {
      wait.signal?.removeEventListener('abort', onAbort);
      for (const end of ends) end();
    },
  };
}

function isAnswer(message: Message, { leaseId, after }: CodeWait): message is Message & { code: string } {
  return message.leaseId === leaseId && message.code !== null && (!after || isAfter(message, after));
}

// What comes while somebody waits came after the message that is known, whatever its time says.
function isAfter({ sid, receivedAt }: Message, after: CodeAfter): boolean {
  return 'at' in after ? receivedAt > after.at : sid !== after.sid;
}

function isOpenState(state: Lease['state']): boolean {
  return state === 'buying' || state === 'active';
}
