import type { Process } from './process.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGABRT'] as const;

/** How often a process started by npm checks that npm still runs. Milliseconds. */
const parentCheckMs = 500;

/**
 * Resolves at the first SIGINT, SIGTERM, SIGHUP or SIGABRT; a second one ends the process at once. Also resolves when
 * npm, which started us, is gone: it sends signals to a shell that does not pass them on, and an orphaned host would
 * keep its port and its leases.
 */
export async function untilInterrupted(process: Process): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const interrupted = () => {
    for (const signal of signals) {
      process.off(signal, interrupted);
      process.once(signal, () => process.exit(1));
    }
    resolve();
  };
  for (const signal of signals) process.on(signal, interrupted);
  const stopWatching = watchParent(process, interrupted);
  await promise;
  stopWatching();
}

/** Finishes the work despite signals; tells whoever interrupts that it will. */
export async function uninterrupted<T>(process: Process, said: string, work: () => Promise<T>): Promise<T> {
  const wait = () => void process.stderr.write(`${said}\n`);
  for (const signal of signals) process.on(signal, wait);
  try {
    return await work();
  } finally {
    for (const signal of signals) process.off(signal, wait);
  }
}

function watchParent(process: Process, onGone: () => void): () => void {
  if (process.env['npm_lifecycle_event'] === undefined) return () => undefined;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) onGone();
  }, parentCheckMs);
  timer.unref();
  return () => clearInterval(timer);
}
