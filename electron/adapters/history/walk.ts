import { setImmediate } from 'node:timers/promises';
import type { MessageCount, MessagePage } from '../../contract/messages.ts';
import type { MessageQuery, OwnFilter } from '../../core/messageHistory.ts';
import type { Database } from './database.ts';
import { inRange, selectionOf, whereOf, type Condition, type Range } from './messageQuery.ts';
import { countedUpTo, countOf, countRows, pageOf, selectRows, startOf, type Row } from './messages.ts';

/** Messages read in one go: two or three milliseconds. */
const atOnce = 2_000;

/** Runs work in its turn, after everything requested earlier. */
type Attempt = <T>(work: () => T) => Promise<T>;

/** Whether messages have to be read one by one: no index covers words of one or two letters. */
export function needsWalk({ search }: OwnFilter): boolean {
  return selectionOf('', { search }).unindexed.length > 0;
}

/** Like `readMessages`, but in batches: it may have to read all messages, and must not block others meanwhile. */
export async function walkMessages(database: Database, query: MessageQuery, attempt: Attempt): Promise<MessagePage> {
  const { account, limit, before: _before, ...filter } = query;
  const rows: Row[] = [];
  const below = await attempt(() => startOf(query));
  await walk({ database, account, filter, below, attempt }, (range) => {
    rows.push(...selectRows(database, query, range, limit + 1 - rows.length));
    return rows.length <= limit;
  });
  return pageOf(rows, limit);
}

/** Like `countMessages`, in batches. */
export async function walkCount(
  database: Database,
  account: string,
  filter: OwnFilter,
  attempt: Attempt,
): Promise<MessageCount> {
  let count = 0;
  await walk({ database, account, filter, below: null, attempt }, (range) => {
    count += countRows(database, account, filter, range, countedUpTo + 1 - count);
    return count <= countedUpTo;
  });
  return countOf(count);
}

interface Walk {
  database: Database;
  account: string;
  filter: OwnFilter;
  below: bigint | null;
  attempt: Attempt;
}

/** Goes from the newest to the oldest, batch by batch, until `look` has enough. */
async function walk({ attempt, below, ...where }: Walk, look: (range: Range) => boolean): Promise<void> {
  let next = below;
  for (;;) {
    const part = await attempt(() => {
      const range = { below: next, from: endOfPart(where, next) };
      return { from: range.from, wantsMore: look(range) };
    });
    if (part.from === null || !part.wantsMore) return;
    next = part.from;
    await setImmediate();
  }
}

/** The last place of the next batch; null when it runs to the end. */
function endOfPart(
  { database, account, filter }: Pick<Walk, 'database' | 'account' | 'filter'>,
  below: bigint | null,
): bigint | null {
  const { sql, values } = endOfPartQuery(account, filter, below);
  const row = database.sql(sql).get(...values);
  return row ? BigInt(String(row['end'])) : null;
}

export function endOfPartQuery(account: string, filter: OwnFilter, below: bigint | null): Condition {
  const { from, place, where } = selectionOf(account, filter);
  const { sql, values } = whereOf([...where, ...inRange(place, { below, from: null })]);
  return {
    sql: `SELECT CAST(${place} AS TEXT) AS "end" FROM ${from} WHERE ${sql} ORDER BY ${place} DESC LIMIT 1 OFFSET ${atOnce - 1}`,
    values,
  };
}
