import { useDebouncedValue } from '@mantine/hooks';
import type { SearchInput } from '../../../electron/contract/api.ts';
import type { Failure } from '../../../electron/contract/errors.ts';
import type { AvailableNumbers } from '../../../electron/contract/state.ts';
import { useClient, useSelected } from '../../state/context.ts';
import { useLoaded } from '../../state/useLoaded.ts';

export type Search =
  | { kind: 'searching' }
  | { kind: 'found'; country: string; found: AvailableNumbers }
  | { kind: 'failed'; failure: Failure };

const typingPauseMs = 350;

/**
 * What Twilio offers for a query. It is asked once typing pauses; an answer to an outdated query is dropped. null (the
 * query is not valid) searches for nothing.
 */
export function useNumberSearch(query: SearchInput | null): Search {
  const client = useClient();
  const wanted = query === null ? null : JSON.stringify(query);
  const [settled] = useDebouncedValue(wanted, typingPauseMs);
  const input = JSON.parse(settled ?? '{}') as SearchInput;
  // Asked again when the account is back.
  const account = useSelected((state) => state.account.kind);
  const { value, failure } = useLoaded(() => client.call('numbers.search', input), settled, account);
  if (wanted === null || wanted !== settled) return { kind: 'searching' };
  if (failure !== null) return { kind: 'failed', failure };
  return value === null ? { kind: 'searching' } : { kind: 'found', country: input.country ?? '', found: value };
}
