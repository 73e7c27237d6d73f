import { useCallback, useState } from 'react';
import type { RequestName } from '../../electron/contract/api.ts';
import { toFailure } from '../../electron/contract/errors.ts';
import type { Args } from '../client.ts';
import { useClient } from '../state/context.ts';
import { showFailure } from './toasts.tsx';

interface Action<N extends RequestName> {
  /** Resolves to whether it worked; a failure has been shown by then. */
  run: (...args: Args<N>) => Promise<boolean>;
  busy: boolean;
}

/** A request behind a button: busy while it runs, and a toast when it fails. */
export function useAction<N extends RequestName>(name: N): Action<N> {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async (...args: Args<N>) => {
      setBusy(true);
      try {
        await client.call(name, ...args);
        return true;
      } catch (thrown) {
        showFailure(toFailure(thrown));
        return false;
      } finally {
        setBusy(false);
      }
    },
    [client, name],
  );
  return { run, busy };
}
