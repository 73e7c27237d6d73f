import { join } from 'node:path';
import { HostLock } from '../../../electron/adapters/postgres/hostLock.ts';
import { migrateDatabase } from '../../../electron/adapters/postgres/migrate.ts';
import { openPostgres } from '../../../electron/adapters/postgres/postgresHistory.ts';
import { openHistory } from '../../../electron/adapters/history/sqliteHistory.ts';
import { listenOn } from '../../../electron/adapters/listen.ts';
import { closeServer } from '../../../electron/adapters/loopback.ts';
import { startCluster } from '../../support/postgres/cluster.ts';
import { openOurs, timesOf } from '../delivery.ts';
import { inFolder } from '../inFolder.ts';
import { url, webhookOn } from '../intake.ts';
import { figures, inTurns, measure, quantile, rowOf, type Row } from '../measure.ts';
import { rate } from '../sender.ts';
import { anyAccount, anyNumber, webhook } from '../webhook.ts';
import { wholeRows } from './whole.ts';

const deliveryRounds = 3;

/** PostgreSQL as it is without settings of ours: whatever it has acknowledged is on the disk. */
const listening = ['listen_addresses=127.0.0.1', 'unix_socket_directories='];

/** A host whose history is in a PostgreSQL on the same machine, beside one with a file. */
export async function measureTeam(options: { full: boolean }): Promise<Row[]> {
  const cluster = await startCluster(listening);
  try {
    await migrateDatabase(cluster.url);
    const rows = [await intakeRow(cluster.url, options), ...(await deliveryRows(cluster.url))];
    return [...rows, ...(await wholeRows(cluster.url, options))];
  } finally {
    await cluster.stop();
  }
}

function intakeRow(database: string, options: { full: boolean }): Promise<Row> {
  return inFolder(async (folder) => {
    const lock = await HostLock.acquire(database, anyAccount.accountSid);
    const { history } = await openPostgres(database, lock);
    const file = openHistory(join(folder, 'history.db'));
    const ours = await listenOn('127.0.0.1', 0, webhookOn(history));
    const floor = await listenOn('127.0.0.1', 0, webhookOn(file));
    let sent = 0;
    const next = () => webhook(sent++, url, anyAccount, anyNumber);
    try {
      return await measure(
        {
          name: 'team: intake on PostgreSQL',
          unit: 'messages/s',
          floorIs: 'the same with the history in SQLite',
          goal: 'at least 0.5 of the floor',
          isOk: ({ ratio }) => ratio >= 0.5,
          ours: () => rate(ours.port, next),
          floor: () => rate(floor.port, next),
        },
        options,
      );
    } finally {
      await Promise.all([ours, floor].map(({ server }) => closeServer(server, 0)));
      await Promise.all([history.close(), file.close()]);
    }
  });
}

async function deliveryRows(database: string): Promise<Row[]> {
  const ways = { ours: await openOurs(database), floor: await openOurs() };
  const work = { ours: () => timesOf(ways.ours), floor: () => timesOf(ways.floor) };
  try {
    await inTurns(1, work);
    const times = await inTurns(deliveryRounds, work);
    const row = (share: number) =>
      rowOf(
        {
          name: `team: p${100 * share} from webhook to WebSocket, on PostgreSQL`,
          unit: 'ms',
          floorIs: 'the same with the history in SQLite',
          goal: 'under 20 ms',
          isOk: ({ value }) => value < 20,
        },
        figures(times, (round) => quantile(round, share)),
      );
    return [row(0.5), row(0.99)];
  } finally {
    await Promise.all([ways.ours.close(), ways.floor.close()]);
  }
}
