import { Agent } from 'node:http';
import { measure, type Pair, type Row } from '../measure.ts';
import { callApi, openCrowd, type Crowd } from '../screen/crowd.ts';
import { rate } from '../sender.ts';
import { openOurs, waitingRows } from '../waiting.ts';
import { exchange, webhook } from '../webhook.ts';

/** Twilio calls as often at once as messages come; so many more share each commit. */
const atOnce = 64;
const messages = 2_000;
const requests = 1_000;
const tokens = 1_000;
const onSqlite = 'the same with the history in SQLite';

/** Hosts as `npm run serve` starts them: what one active host does for a team. `full`: a thousand waits. */
export async function wholeRows(database: string, { full }: { full: boolean }): Promise<Row[]> {
  return [await intakeRow(database), ...(await waitRows(database, full ? 1_000 : 250)), await tokenRow(database)];
}

async function intakeRow(database: string): Promise<Row> {
  const hosts = {
    ours: await openCrowd({ numbers: 1, messages: 0, database }),
    floor: await openCrowd({ numbers: 1, messages: 0 }),
  };
  let sent = 0;
  const rateOf = ({ host, emulator, recipients }: Crowd) => {
    const { port, href } = new URL(host.ready.webhook);
    const next = () => webhook(sent++, href, emulator, recipients[0] ?? '');
    return rate(Number(port), next, { atOnce, of: messages });
  };
  return closing(hosts, () =>
    measure(
      {
        name: `team: messages through a host, ${atOnce} webhooks at once`,
        unit: 'messages/s',
        floorIs: onSqlite,
        goal: 'at least 0.5 of the floor',
        isOk: ({ ratio }) => ratio >= 0.5,
        ours: () => rateOf(hosts.ours),
        floor: () => rateOf(hosts.floor),
      },
      { full: false },
    ),
  );
}

async function waitRows(database: string, waits: number): Promise<Row[]> {
  const ways = { ours: await openOurs(waits, database), floor: await openOurs(waits) };
  return waitingRows(ways, waits, { name: `team: ${waits} waits`, floorIs: onSqlite });
}

/** Each request is compared with every token, so that its time does not tell which one it was. */
async function tokenRow(database: string): Promise<Row> {
  const hosts = {
    ours: await openCrowd({ numbers: 1, messages: 0, database }),
    floor: await openCrowd({ numbers: 1, messages: 0 }),
  };
  for (let made = 0; made < tokens; made += 1)
    await callApi(hosts.ours.host, 'POST', '/tokens', { name: `pipeline-${made}`, leases: 1 });
  return closing(hosts, () =>
    measure(
      {
        name: `team: requests to a host with ${tokens} named tokens`,
        unit: 'requests/s',
        floorIs: 'a host without tokens, with SQLite',
        goal: 'at least 0.5 of the floor',
        isOk: ({ ratio }) => ratio >= 0.5,
        ours: () => requestsPerSecond(hosts.ours),
        floor: () => requestsPerSecond(hosts.floor),
      },
      { full: false },
    ),
  );
}

async function requestsPerSecond({ host: { ready, token } }: Crowd): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const ask = () => exchange(`${ready.api}/v1/leases`, { agent, headers: { authorization: `Bearer ${token}` } });
  const began = performance.now();
  await Promise.all(Array.from({ length: requests }, ask));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return requests / seconds;
}

async function closing<T>({ ours, floor }: Pair<Crowd>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await Promise.all([ours.close(), floor.close()]);
  }
}
