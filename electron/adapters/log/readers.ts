import type { EventEmitter } from 'node:events';

/** Goes on when nobody reads any more what it says: whoever started it with `| head -1` has seen enough. */
export function outliveReaders(outputs: Record<'stdout' | 'stderr', Pick<EventEmitter, 'on'>>): void {
  for (const output of [outputs.stdout, outputs.stderr]) output.on('error', () => undefined);
}
