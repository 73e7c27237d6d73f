import type { Message } from '../../contract/lease.ts';
import type { ChangeHistory, KnownLeases, StoredChange } from '../../core/changes.ts';
import type { LeaseRecord } from '../../core/numbers/lease.ts';
import type { LeaseWithNumber } from '../../core/upkeep.ts';
import { ifShowing, pageOfChanges } from '../history/changes.ts';
import type { Recent } from '../history/recent.ts';
import { newTag, Revisions } from '../history/revisions.ts';
import type { HostLock } from './hostLock.ts';
import { withNumbers } from './ledger.ts';
import { sql, type Queryable } from './query.ts';
import { leaseRecordOf, messageOf, type MessageRow } from './records.ts';

/** The revisions of this host's turn. */
export async function beginRun(database: Queryable, { account, epoch }: HostLock): Promise<Revisions> {
  await database.query(sql`INSERT INTO runs (account, epoch, tag) VALUES (${account}, ${epoch}::bigint, ${newTag()})`);
  const { rows } = await database.query<{ epoch: string; tag: string }>(sql`
    SELECT epoch, tag FROM runs WHERE account = ${account} ORDER BY epoch`);
  return new Revisions(rows.map((run) => ({ number: BigInt(run.epoch), tag: run.tag })));
}

export interface ChangesOf {
  database: Queryable;
  account: string;
  revisions: Revisions;
  recent: Recent;
}

/** See ChangeHistory. */
export async function readChanges(
  of: ChangesOf,
  after: bigint,
  most: number,
  known: KnownLeases = () => null,
): ReturnType<ChangeHistory['changes']> {
  const { database, account, recent } = of;
  // More may be written while this reads.
  const { settled } = of.revisions;
  const added = recent.after(after, account);
  const { messages, leases } = added ? { messages: added, leases: [] } : await readWritten(of, after, settled, most);
  const ofMessages = await leasesOf(
    of,
    messages.map(({ message }) => message),
    added ? known : () => null,
  );
  const ofLeases = await withNumbers(
    database,
    account,
    leases.map(({ record }) => record),
  );
  const found: StoredChange[] = messages.map(({ revision, message }) => {
    const lease = ofMessages.get(message.leaseId ?? '') ?? null;
    const holder = lease?.record.holder ?? null;
    return { revision, holder, type: 'message', message, lease: ifShowing(lease, message) };
  });
  for (const [index, lease] of ofLeases.entries())
    found.push({ revision: leases[index]?.revision ?? 0n, holder: lease.record.holder, type: 'lease', lease });
  return pageOfChanges(found, most, settled);
}

type Written<T> = T & { revision: bigint };

async function readWritten(
  { database, account }: ChangesOf,
  after: bigint,
  settled: bigint,
  most: number,
): Promise<{ messages: Written<{ message: Message }>[]; leases: Written<{ record: LeaseRecord }>[] }> {
  const which = sql`account = ${account} AND revision > ${String(after)}::bigint
    AND revision <= ${String(settled)}::bigint AND revision > 0 ORDER BY revision LIMIT ${most}`;
  const [messages, leases] = await Promise.all([
    database.query<MessageRow & { revision: string }>(
      sql`SELECT record, lease_id, revision FROM messages WHERE ${which}`,
    ),
    database.query<{ record: string; revision: string }>(sql`SELECT record, revision FROM leases WHERE ${which}`),
  ]);
  return {
    messages: messages.rows.map((row) => ({ revision: BigInt(row.revision), message: messageOf(row) })),
    leases: leases.rows.map(({ record, revision }) => ({ revision: BigInt(revision), record: leaseRecordOf(record) })),
  };
}

/** The leases of these messages, by their ids. */
async function leasesOf(
  { database, account }: ChangesOf,
  messages: readonly Message[],
  known: KnownLeases,
): Promise<ReadonlyMap<string, LeaseWithNumber>> {
  const all = [...new Set(messages.flatMap(({ leaseId }) => leaseId ?? []))];
  const inMemory = all.flatMap((id) => known(id) ?? []);
  const found = new Map(inMemory.map((lease) => [lease.record.id, lease]));
  const ids = all.filter((id) => !found.has(id));
  if (ids.length === 0) return found;
  const { rows } = await database.query<{ record: string }>(sql`
    SELECT record FROM leases WHERE account = ${account} AND id = ANY(${ids})`);
  const leases = await withNumbers(
    database,
    account,
    rows.map(({ record }) => leaseRecordOf(record)),
  );
  for (const lease of leases) found.set(lease.record.id, lease);
  return found;
}
