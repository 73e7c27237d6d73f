import type { RequestName } from '../../electron/contract/api.ts';
import type { Args } from '../client.ts';
import { useClient } from '../state/context.ts';
import { useTask } from './useTask.ts';

interface Action<N extends RequestName> {
  /** Resolves to whether it worked; a failure has already been shown. */
  run: (...args: Args<N>) => Promise<boolean>;
  busy: boolean;
}

/** A request behind a button, whose answer is not needed. */
export function useAction<N extends RequestName>(name: N): Action<N> {
  const client = useClient();
  const { run, busy } = useTask(async (...args: Args<N>) => {
    await client.call(name, ...args);
    return true;
  });
  return { run: async (...args) => (await run(...args)) === true, busy };
}
