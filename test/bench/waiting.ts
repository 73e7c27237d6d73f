import { Agent } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { atMost, figures, inTurns, quantile, rowOf, under, type Pair, type Row, type Subject } from './measure.ts';
import { memoryMbOf, startBare } from './processes.ts';
import { openCrowd } from './screen/crowd.ts';
import { anyAccount, exchange, webhook, type Account } from './webhook.ts';

const rounds = 3;
/** From one message to the next. Milliseconds. */
const paceMs = 10;

/** Somebody whose long polls are answered by webhooks. */
interface Way {
  pid: number;
  /** Waits for the next code of each number; the promises resolve when the answer is there. */
  wait(index: number): Promise<void>;
  /** Sends the message for which that one waits; resolves when it was taken. */
  send(index: number): Promise<unknown>;
  close(): Promise<unknown>;
}

interface Round {
  /** Megabytes that the process has grown by since before the first round, while all wait. */
  grown: number;
  /** From the moment at which a message is sent until the answer is there. Milliseconds. */
  times: number[];
}

/** Test scripts that wait for their codes at once, and get them one after the other. `full`: a thousand of them. */
export async function measureWaiting({ full }: { full: boolean }): Promise<Row[]> {
  const waits = full ? 1_000 : 250;
  const ways = { ours: await openOurs(waits), floor: await openBare() };
  const floorIs =
    'bare Express that answers each waiting request when the webhook for its number comes, and stores nothing';
  return waitingRows(ways, waits, { name: 'waiting', floorIs });
}

/** Closes both ways. */
export async function waitingRows(
  ways: Pair<Way>,
  waits: number,
  { name, floorIs }: Pick<Subject, 'name' | 'floorIs'>,
): Promise<Row[]> {
  try {
    const [ours, floor] = await Promise.all([settledMegabytes(ways.ours.pid), settledMegabytes(ways.floor.pid)]);
    const pairs = await inTurns(rounds, {
      ours: () => roundOf(ways.ours, ours, waits),
      floor: () => roundOf(ways.floor, floor, waits),
    });
    const row = (subject: Omit<Subject, 'floorIs'>, figureOf: (round: Round) => number, of = pairs) =>
      rowOf({ floorIs, ...subject }, figures(of, figureOf));
    const added = { name: `${name}: what ${waits} long polls add to the host (RSS, as it is)`, unit: 'MB' };
    const until = (which: string) => ({
      name: `${name}: ${which} from webhook to answer`,
      unit: 'ms',
      ...atMost(50, 'ms'),
    });
    return [
      // Later rounds live in memory that the first has taken.
      row({ ...added, ...under(100, 'MB') }, ({ grown }) => grown, pairs.slice(0, 1)),
      row(until('p50'), ({ times }) => quantile(times, 0.5)),
      row(until('p99'), ({ times }) => quantile(times, 0.99)),
      row(until('longest'), ({ times }) => Math.max(...times)),
    ];
  } finally {
    await Promise.all([ways.ours.close(), ways.floor.close()]);
  }
}

async function roundOf(way: Way, before: number, waits: number): Promise<Round> {
  const times: number[] = [];
  const sentAt = new Map<number, number>();
  const wait = async (index: number) => {
    await way.wait(index);
    times.push(performance.now() - (sentAt.get(index) ?? Number.NaN));
  };
  const answered = Array.from({ length: waits }, (_, index) => heldBack(wait(index)));
  // By then all of them have reached it, too.
  const grown = (await settledMegabytes(way.pid)) - before;
  const sent: Promise<unknown>[] = [];
  const began = performance.now();
  for (let index = 0; index < waits; index += 1) {
    await sleep(Math.max(0, began + index * paceMs - performance.now()));
    sentAt.set(index, performance.now());
    sent.push(heldBack(way.send(index)));
  }
  await Promise.all([...sent, ...answered]);
  return { grown, times };
}

/** Its failure is told to who awaits it, which may be later. */
function heldBack<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** The largest of a second. */
async function settledMegabytes(pid: number): Promise<number> {
  const seen: number[] = [];
  for (let look = 0; look < 5; look += 1) {
    await sleep(200);
    seen.push(memoryMbOf(pid));
  }
  return Math.max(...seen);
}

/** The product, with its history in a file or in this database. */
export async function openOurs(waits: number, database?: string): Promise<Way> {
  const crowd = await openCrowd({ numbers: waits, messages: 0, ...(database !== undefined && { database }) });
  // The purchases have left memory behind that would hide what the waits take.
  await crowd.restart();
  const { ready, token } = crowd.host;
  const get = asker(ready.api, { authorization: `Bearer ${token}` });
  const leases = (JSON.parse(await get('/v1/leases')) as { leases: { id: string; number: string }[] }).leases;
  const newest = new Map<number, string>();
  return {
    pid: ready.pid,
    wait: async (index) => {
      const after = newest.has(index) ? `&after=${newest.get(index)}` : '';
      const answer = await get(`/v1/leases/${leases[index]?.id}/code?timeoutSeconds=300${after}`);
      newest.set(index, (JSON.parse(answer) as { message: { sid: string } }).message.sid);
    },
    send: sender(ready.webhook, crowd.emulator, (index) => leases[index]?.number ?? ''),
    close: () => crowd.close(),
  };
}

async function openBare(): Promise<Way> {
  const { pid, port, close } = await startBare(join(import.meta.dirname, 'bareWaits.ts'));
  const origin = `http://127.0.0.1:${port}`;
  const get = asker(origin, {});
  const to = (index: number) => `+1202555${String(index).padStart(4, '0')}`;
  return {
    pid,
    wait: async (index) => void (await get(`/wait?to=${encodeURIComponent(to(index))}`)),
    send: sender(`${origin}/webhook`, anyAccount, to),
    close,
  };
}

function asker(origin: string, headers: Record<string, string>): (path: string) => Promise<string> {
  const agent = new Agent({ keepAlive: false });
  return (path) => exchange(`${origin}${path}`, { agent, headers });
}

/** Both are called by the same client, which signs for both. */
function sender(url: string, account: Account, numberOf: (index: number) => string): Way['send'] {
  // Sooner than the server, which closes an idle connection after five seconds, maybe just as it is used again.
  const agent = new Agent({ keepAlive: true, timeout: 2_000 });
  let sent = 0;
  return (index) => {
    const { headers, body } = webhook(sent++, url, account, numberOf(index));
    return exchange(url, { agent, headers, method: 'POST' }, body);
  };
}
