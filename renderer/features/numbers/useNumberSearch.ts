import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { SearchInput } from '../../../electron/contract/api.ts';
import { toFailure, type Failure } from '../../../electron/contract/errors.ts';
import type { AvailableNumbers } from '../../../electron/contract/state.ts';
import { useClient } from '../../state/context.ts';

export type Search =
  | { kind: 'searching' }
  | { kind: 'found'; country: string; found: AvailableNumbers }
  | { kind: 'failed'; failure: Failure };

const typingPauseMs = 350;

/**
 * What Twilio offers for a query, asked for once typing pauses. An answer that comes after the query has changed is
 * dropped. null searches for nothing (the query is not valid).
 */
export function useNumberSearch(query: SearchInput | null): Search {
  const client = useClient();
  const wanted = query === null ? null : JSON.stringify(query);
  const [settled] = useDebouncedValue(wanted, typingPauseMs);
  const [answer, setAnswer] = useState<{ to: string; search: Search } | null>(null);
  useEffect(() => {
    if (settled === null) return;
    let stale = false;
    const input = JSON.parse(settled) as SearchInput;
    const show = (search: Search) => {
      if (!stale) setAnswer({ to: settled, search });
    };
    client.call('numbers.search', input).then(
      (found) => show({ kind: 'found', country: input.country ?? '', found }),
      (thrown: unknown) => show({ kind: 'failed', failure: toFailure(thrown) }),
    );
    return () => {
      stale = true;
    };
  }, [client, settled]);
  return answer !== null && answer.to === wanted ? answer.search : { kind: 'searching' };
}
