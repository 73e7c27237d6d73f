import type { MessageFacets } from '../../contract/messages.ts';
import type { Database } from './database.ts';

/** So many of each are offered; the others are found by searching. */
const offered = 200;

/** So many are looked at for the newest. */
const lookedAt = 5_000;

// From one value of the index to the next, past all messages between the two.
const distinct = (column: 'recipient' | 'service'): string => `
  WITH RECURSIVE each (value) AS (
    SELECT min(${column}) FROM messages WHERE account = ?1 AND ${column} IS NOT NULL
    UNION ALL
    SELECT (SELECT min(${column}) FROM messages WHERE account = ?1 AND ${column} > value AND ${column} IS NOT NULL)
    FROM each WHERE value IS NOT NULL LIMIT ${lookedAt}
  ), newest (value, place) AS MATERIALIZED (
    SELECT value, (SELECT max(place) FROM messages WHERE account = ?1 AND ${column} = value) FROM each
    WHERE value IS NOT NULL ORDER BY 2 DESC LIMIT ${offered}
  )
  SELECT value, label FROM newest JOIN messages ON messages.place = newest.place ORDER BY newest.place DESC`;

export const facetQueries = [distinct('recipient'), distinct('service')] as const;

/** The numbers and services that messages came to and from, those of the newest messages first. */
export function messageFacets({ sql }: Database, account: string): MessageFacets {
  const [numbers, services] = facetQueries.map(
    (query) => sql(query).all(account) as { value: string; label: string | null }[],
  );
  return {
    numbers: (numbers ?? []).map(({ value, label }) => ({ number: value, label })),
    services: (services ?? []).map(({ value }) => value),
  };
}
