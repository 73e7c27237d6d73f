import type { EventEmitter } from 'node:events';

/** Keeps running when the reader goes away: with `| head -1`, it has simply seen enough. */
export function outliveReaders(outputs: Record<'stdout' | 'stderr', Pick<EventEmitter, 'on'>>): void {
  for (const output of [outputs.stdout, outputs.stderr]) output.on('error', () => undefined);
}
