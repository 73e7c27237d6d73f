import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import twilio from 'twilio';
import { rowOf, type Row, type Subject } from './measure.ts';
import { openCrowd } from './screen/crowd.ts';

const waits = 1_000;
const rounds = 3;
/** From one message to the next. Milliseconds. */
const paceMs = 10;
const floorIs =
  'bare Express that answers each waiting request when the webhook for its number comes, and stores nothing';

/** Somebody whose long polls are answered by webhooks. */
interface Way {
  pid: number;
  /** Waits for the next code of each number; the promises resolve when the answer is there. */
  wait(index: number): Promise<void>;
  /** Sends the message for which that one waits; resolves when it was taken. */
  send(index: number): Promise<void>;
  close(): Promise<unknown>;
}

interface Round {
  /** Megabytes that the process has grown by while all wait. */
  grown: number;
  /** From the moment at which a message is sent until the answer is there; ascending. Milliseconds. */
  times: number[];
}

/** A thousand test scripts that wait for their codes at once, and get them one after the other. */
export async function measureWaiting(): Promise<Row[]> {
  const ways = { ours: await openOurs(), floor: await openBare() };
  try {
    const pairs: { ours: Round; floor: Round }[] = [];
    for (let round = 0; round < rounds; round += 1)
      pairs.push({ floor: await roundOf(ways.floor), ours: await roundOf(ways.ours) });
    const row = (subject: Omit<Subject, 'floorIs'>, figureOf: (round: Round) => number) =>
      rowOf(
        { floorIs, ...subject },
        pairs.map(({ ours, floor }) => ({ ours: figureOf(ours), floor: figureOf(floor) })),
      );
    const within = { unit: 'ms', goal: 'at most 50 ms', isOk: ({ value }: { value: number }) => value <= 50 };
    return [
      rowOf(
        {
          name: `waiting: what ${waits} long polls add to the host (RSS, as it is)`,
          unit: 'MB',
          floorIs,
          goal: 'under 100 MB',
          isOk: ({ value }) => value < 100,
        },
        // Later rounds live in memory that the first has taken.
        pairs.slice(0, 1).map(({ ours, floor }) => ({ ours: ours.grown, floor: floor.grown })),
      ),
      row({ name: 'waiting: p50 from webhook to answer', ...within }, ({ times }) => quantile(times, 0.5)),
      row({ name: 'waiting: p99 from webhook to answer', ...within }, ({ times }) => quantile(times, 0.99)),
      row({ name: 'waiting: longest from webhook to answer', ...within }, ({ times }) => times.at(-1) ?? Number.NaN),
    ];
  } finally {
    await Promise.all([ways.ours.close(), ways.floor.close()]);
  }
}

async function roundOf(way: Way): Promise<Round> {
  const before = await settledMegabytes(way.pid);
  const times: number[] = [];
  const sentAt = new Map<number, number>();
  const wait = async (index: number) => {
    await way.wait(index);
    times.push(performance.now() - (sentAt.get(index) ?? Number.NaN));
  };
  const answered = Array.from({ length: waits }, (_, index) => heldBack(wait(index)));
  const grown = (await settledMegabytes(way.pid)) - before;
  const sent: Promise<void>[] = [];
  const began = performance.now();
  for (let index = 0; index < waits; index += 1) {
    await sleep(Math.max(0, began + index * paceMs - performance.now()));
    sentAt.set(index, performance.now());
    sent.push(heldBack(way.send(index)));
  }
  await Promise.all([...sent, ...answered]);
  return { grown, times: times.toSorted((a, b) => a - b) };
}

/** Its failure is told to who awaits it, which may be later. */
function heldBack<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** The largest of three seconds. */
async function settledMegabytes(pid: number): Promise<number> {
  const seen: number[] = [];
  for (let look = 0; look < 15; look += 1) {
    await sleep(200);
    seen.push(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024);
  }
  return Math.max(...seen);
}

function quantile(ascending: readonly number[], share: number): number {
  return ascending[Math.floor(share * ascending.length)] ?? Number.NaN;
}

async function openOurs(): Promise<Way> {
  const crowd = await openCrowd({ numbers: waits, messages: 0 });
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
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bareWaits.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const origin = `http://127.0.0.1:${Number(line)}`;
  const get = asker(origin, {});
  const account = { accountSid: `AC${'0'.repeat(32)}`, authToken: '0'.repeat(32) };
  const to = (index: number) => `+1202555${String(index).padStart(4, '0')}`;
  return {
    pid: child.pid ?? 0,
    wait: async (index) => void (await get(`/wait?to=${encodeURIComponent(to(index))}`)),
    send: sender(`${origin}/webhook`, account, to),
    close: () => (child.kill(), once(child, 'close')),
  };
}

function asker(origin: string, headers: Record<string, string>): (path: string) => Promise<string> {
  const agent = new Agent({ keepAlive: false });
  return (path) => exchange(`${origin}${path}`, { agent, headers });
}

/** Both are called by the same client, which signs for both. */
function sender(
  url: string,
  { accountSid, authToken }: { accountSid: string; authToken: string },
  numberOf: (index: number) => string,
): Way['send'] {
  // Sooner than the server, which closes an idle connection after five seconds, maybe just as it is used again.
  const agent = new Agent({ keepAlive: true, timeout: 2_000 });
  let sent = 0;
  return async (index) => {
    const code = String(100_000 + (sent++ % 900_000));
    const sid = `SM${String(sent).padStart(32, '0')}`;
    const text = `Your Lumora code is ${code}`;
    const parameters = {
      AccountSid: accountSid,
      MessageSid: sid,
      From: '+12025550123',
      To: numberOf(index),
      Body: text,
    };
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': twilio.getExpectedTwilioSignature(authToken, url, parameters),
    };
    await exchange(url, { agent, headers, method: 'POST' }, new URLSearchParams(parameters).toString());
  };
}

function exchange(url: string, options: Parameters<typeof request>[1], body = ''): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const sending = request(url, options, (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (part: string) => (text += part));
    response.on('end', () =>
      response.statusCode === 200
        ? resolve(text)
        : reject(new Error(`${url} answered ${response.statusCode}: ${text}`)),
    );
  });
  sending.on('error', (error) => reject(new Error(`${url} was not answered.`, { cause: error }))).end(body);
  return promise;
}
