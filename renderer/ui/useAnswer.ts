import { useEffect, useState } from 'react';
import type { Output, RequestName } from '../../electron/contract/api.ts';
import type { Args } from '../client.ts';
import { useClient } from '../state/context.ts';
import { useAnnounce } from './announcer.tsx';
import { useTask } from './useTask.ts';

interface Asking<N extends RequestName> {
  /** Resolves to the answer; to undefined on a failure, which has been shown. */
  ask: (...args: Args<N>) => Promise<Output<N> | undefined>;
  /** The latest answer; null before the first, during a request, after a failure, and when its time is over. */
  answer: Output<N> | null;
  busy: boolean;
}

/**
 * A request behind a button. The answer is shown beside it and announced to people who cannot see it. `lastsMs`: for an
 * answer that is soon out of date.
 */
export function useAnswer<N extends RequestName>(
  name: N,
  spoken: (answer: Output<N>) => string,
  lastsMs?: number,
): Asking<N> {
  const client = useClient();
  const announce = useAnnounce();
  const [answer, setAnswer] = useState<Output<N> | null>(null);
  const { run: ask, busy } = useTask(async (...args: Args<N>) => {
    setAnswer(null);
    const given = await client.call(name, ...args);
    setAnswer(() => given);
    announce(spoken(given));
    return given;
  });
  useEffect(() => {
    if (answer === null || lastsMs === undefined) return;
    const end = setTimeout(() => setAnswer(null), lastsMs);
    return () => clearTimeout(end);
  }, [answer, lastsMs]);
  return { ask, answer, busy };
}
