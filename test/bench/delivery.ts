import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import twilio from 'twilio';
import { WebSocket } from 'ws';
import { rowOf, type Pair, type Row } from './measure.ts';
import { openCrowd } from './screen/crowd.ts';

const perRound = 100;
const rounds = 5;
const floorIs = 'bare Express that sends the webhook on over the same kind of WebSocket, and stores nothing';

interface Way {
  /** Posts a webhook with a text; resolves when its code is out on the WebSocket. */
  deliver(code: string): Promise<void>;
  close(): Promise<unknown>;
}

/** From the POST of a signed webhook until its code is out on the WebSocket, one after the other. */
export async function measureDelivery(): Promise<Row[]> {
  const [ours, floor] = [await openOurs(), await openBare()];
  try {
    await Promise.all([timesOf(ours, 0), timesOf(floor, 0)]);
    const all: { ours: number[]; floor: number[] }[] = [];
    for (let round = 1; round <= rounds; round += 1)
      all.push({ floor: await timesOf(floor, round), ours: await timesOf(ours, round) });
    return [rowAt(all, 0.5, 1.5), rowAt(all, 0.99, 2)];
  } finally {
    await Promise.all([ours.close(), floor.close()]);
  }
}

function rowAt(all: { ours: number[]; floor: number[] }[], share: number, limit: number): Row {
  const pairs = all.map(({ ours, floor }): Pair => ({ ours: quantile(ours, share), floor: quantile(floor, share) }));
  return rowOf(
    {
      name: `delivery: p${100 * share} from webhook to WebSocket`,
      unit: 'ms',
      floorIs,
      goal: `at most ${limit} times the floor`,
      isOk: ({ ratio }) => ratio <= limit,
      why: 'a message is told once it is on the disk, and to wait for the disk takes as long as all that the floor does.',
    },
    pairs,
  );
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * values.length)] ?? Number.NaN;
}

async function timesOf({ deliver }: Way, round: number): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < perRound; index += 1) {
    const began = performance.now();
    await deliver(String(100_000 + round * perRound + index));
    times.push(performance.now() - began);
  }
  return times;
}

async function openOurs(): Promise<Way> {
  const crowd = await openCrowd({ numbers: 1, messages: 0 });
  const { ready, token } = crowd.host;
  const socket = new WebSocket(`${ready.api.replace('http', 'ws')}/v1/events`, [token]);
  await once(socket, 'open');
  const { accountSid, authToken } = crowd.emulator;
  const deliver = deliverTo(ready.webhook, socket, { accountSid, authToken, to: crowd.recipients[0] ?? '' });
  return { deliver, close: async () => (socket.terminate(), crowd.close()) };
}

async function openBare(): Promise<Way> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bareEcho.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const port = Number(line);
  const socket = new WebSocket(`ws://127.0.0.1:${port}`);
  await once(socket, 'open');
  const account = { accountSid: `AC${'0'.repeat(32)}`, authToken: '0'.repeat(32), to: '+12025550199' };
  const deliver = deliverTo(`http://127.0.0.1:${port}/webhook`, socket, account);
  return { deliver, close: async () => (socket.terminate(), child.kill(), once(child, 'close')) };
}

/** Both are called by the same client, which signs for both. */
function deliverTo(url: string, socket: WebSocket, account: { accountSid: string; authToken: string; to: string }) {
  return async (code: string): Promise<void> => {
    const { accountSid, authToken, to } = account;
    const sid = `SM${code.padStart(32, '0')}`;
    const text = `Your Lumora code is ${code}`;
    const parameters = { AccountSid: accountSid, MessageSid: sid, From: '+12025550123', To: to, Body: text };
    const headers = { 'x-twilio-signature': twilio.getExpectedTwilioSignature(authToken, url, parameters) };
    const { promise, resolve } = Promise.withResolvers<void>();
    const look = (data: Buffer) => {
      if (String(data).startsWith('{"type":"message"') && String(data).includes(code)) resolve();
    };
    socket.on('message', look);
    const response = await fetch(url, { method: 'POST', headers, body: new URLSearchParams(parameters) });
    if (response.status !== 200) throw new Error(`The webhook answered ${response.status}.`);
    await promise;
    socket.off('message', look);
  };
}
