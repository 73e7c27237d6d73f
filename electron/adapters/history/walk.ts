import { setImmediate } from 'node:timers/promises';
import type { MessageCount, MessagePage } from '../../contract/messages.ts';
import type { MessageQuery, OwnFilter } from '../../core/messageHistory.ts';
import { partsWith } from './blocks.ts';
import type { Database } from './database.ts';
import { inRange, selectionOf, whereOf, type Condition, type Range } from './messageQuery.ts';
import { countedUpTo, countOf, countRows, pageOf, selectRows, startOf, type Row } from './messages.ts';
import { termsOf } from './terms.ts';

/** Messages read in one go: two or three milliseconds. */
const atOnce = 2_000;

/** Runs work in its turn, after everything requested earlier. */
type Attempt = <T>(work: () => T) => Promise<T>;

/** Whether messages have to be read one by one: no index covers words of one or two letters, but see blocks.ts. */
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
  const lookAt = (range: Range): Promise<{ end: bigint | null; wantsMore: boolean }> =>
    attempt(() => {
      const end = endOfBatch(where, range);
      return { end, wantsMore: look({ below: range.below, from: end ?? range.from }) };
    });
  const newest = await lookAt({ below, from: null });
  if (newest.end === null || !newest.wantsMore) return;
  const words = termsOf(where.filter.search ?? '').short;
  for (const part of await attempt(() => partsWith(where.database, words, newest.end))) {
    for (let next = part.below; next !== null;) {
      await setImmediate();
      const { end, wantsMore } = await lookAt({ below: next, from: part.from });
      if (!wantsMore) return;
      next = end;
    }
  }
}

/** The last place of the next batch; null when it runs to the end. */
function endOfBatch({ database, account, filter }: Omit<Walk, 'below' | 'attempt'>, range: Range): bigint | null {
  const { sql, values } = endOfBatchQuery(account, filter, range);
  const row = database.sql(sql).get(...values);
  return row ? BigInt(String(row['end'])) : null;
}

export function endOfBatchQuery(account: string, filter: OwnFilter, range: Range): Condition {
  const { from, place, where } = selectionOf(account, filter);
  const { sql, values } = whereOf([...where, ...inRange(place, range)]);
  return {
    sql: `SELECT CAST(${place} AS TEXT) AS "end" FROM ${from} WHERE ${sql} ORDER BY ${place} DESC LIMIT 1 OFFSET ${atOnce - 1}`,
    values,
  };
}
