import { useCallback } from 'react';
import { toFailure, type Failure } from '../../../electron/contract/errors.ts';
import type { Rule } from '../../../electron/contract/settings.ts';
import { useServices } from '../../state/context.ts';

/** Changes the current list of rules. Resolves to why that failed, or null. */
export type ChangeRules = (change: (rules: readonly Rule[]) => Rule[]) => Promise<Failure | null>;

export function useChangeRules(): ChangeRules {
  const { client, store } = useServices();
  return useCallback(
    async (change) => {
      try {
        await client.call('settings.update', { rules: change(store.view().state?.settings.rules ?? []) });
        return null;
      } catch (thrown) {
        return toFailure(thrown);
      }
    },
    [client, store],
  );
}
