import type { MessageFacets } from '../../contract/messages.ts';
import type { Database } from './database.ts';
import { ofHolder } from './messageQuery.ts';

/** At most this many of each are offered; search finds the others. */
const offered = 200;

/** At most this many distinct values are compared to find the newest. */
const lookedAt = 5_000;

// Jumps from one indexed value to the next, skipping all messages between them.
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

// A holder has few messages compared to the whole history, so go through them by lease.
const distinctOf = (column: 'recipient' | 'service'): string => `
  WITH newest (value, place) AS MATERIALIZED (
    SELECT ${column}, max(place) FROM messages WHERE ${ofHolder} AND ${column} IS NOT NULL
    GROUP BY ${column} ORDER BY 2 DESC LIMIT ${offered}
  )
  SELECT value, label FROM newest JOIN messages ON messages.place = newest.place ORDER BY newest.place DESC`;

const ownFacetQueries = [distinctOf('recipient'), distinctOf('service')] as const;

/** The numbers that messages came to and the services they came from, those of the newest messages first. */
export function messageFacets({ sql }: Database, account: string, holder: string | undefined): MessageFacets {
  const [queries, values] = holder === undefined ? [facetQueries, [account]] : [ownFacetQueries, [account, holder]];
  const [numbers, services] = queries.map(
    (query) => sql(query).all(...values) as { value: string; label: string | null }[],
  );
  return {
    numbers: (numbers ?? []).map(({ value, label }) => ({ number: value, label })),
    services: (services ?? []).map(({ value }) => value),
  };
}
