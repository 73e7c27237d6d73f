import { once } from 'node:events';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { inFolder } from './inFolder.ts';
import { startBare } from './processes.ts';
import { atMostTimes, figures, inTurns, quantile, rowOf, type Pair, type Row } from './measure.ts';
import { openCrowd } from './screen/crowd.ts';
import { anyAccount, anyNumber, codeOf, webhook, type Account } from './webhook.ts';

const perRound = 100;
const rounds = 5;

export interface Way {
  /** Posts a webhook with a new code; resolves when that is out on the WebSocket. */
  deliver(): Promise<void>;
  close(): Promise<unknown>;
}

/** From the POST of a signed webhook until its code is out on the WebSocket, one after the other. */
export function measureDelivery(): Promise<Row[]> {
  return inFolder(async (folder) => measured({ ours: await openOurs(), floor: await openBare(folder) }));
}

async function measured(ways: Pair<Way>): Promise<Row[]> {
  const work = { ours: () => timesOf(ways.ours), floor: () => timesOf(ways.floor) };
  try {
    await Promise.all([work.ours(), work.floor()]);
    const times = await inTurns(rounds, work);
    const row = (share: number, most: number) =>
      rowOf(
        {
          name: `delivery: p${100 * share} from webhook to WebSocket`,
          unit: 'ms',
          floorIs:
            'bare Express that stores the webhook in SQLite with synchronous=FULL, sends it on over a WebSocket, and answers',
          ...atMostTimes(most),
          why:
            'a profile of the host has the commit in two fifths of the time: it writes ten pages and takes 0.40 ms, the floor 0.22. ' +
            'Without the indexes of messages it would be four pages and 0.26 ms; the one by which clients go on from their ' +
            'cursor after a restart is the newest of them, and a tenth of the whole. Then the lease and the message are told, each ' +
            'by a write to the socket, and the webhook is answered before the state is told.',
        },
        figures(times, (round) => quantile(round, share)),
      );
    return [row(0.5, 1.5), row(0.99, 2)];
  } finally {
    await Promise.all([ways.ours.close(), ways.floor.close()]);
  }
}

export async function timesOf({ deliver }: Way): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < perRound; index += 1) {
    const began = performance.now();
    await deliver();
    times.push(performance.now() - began);
  }
  return times;
}

/** The product, with its history in a file or in this database. */
export async function openOurs(database?: string): Promise<Way> {
  const crowd = await openCrowd({ numbers: 1, messages: 0, ...(database !== undefined && { database }) });
  const { ready, token } = crowd.host;
  const socket = new WebSocket(`${ready.api.replace('http', 'ws')}/v1/events`, [token]);
  await once(socket, 'open');
  const deliver = deliverTo(ready.webhook, socket, crowd.emulator, crowd.recipients[0] ?? '');
  return { deliver, close: async () => (socket.terminate(), crowd.close()) };
}

async function openBare(folder: string): Promise<Way> {
  const program = join(import.meta.dirname, 'bareEcho.ts');
  const { port, close } = await startBare(program, join(folder, 'bare.db'));
  const socket = new WebSocket(`ws://127.0.0.1:${port}`);
  await once(socket, 'open');
  const deliver = deliverTo(`http://127.0.0.1:${port}/webhook`, socket, anyAccount, anyNumber);
  return { deliver, close: async () => (socket.terminate(), close()) };
}

/** Both are called by the same client, which signs for both. */
function deliverTo(url: string, socket: WebSocket, account: Account, to: string): Way['deliver'] {
  let sent = 0;
  return async () => {
    const { body, headers } = webhook(sent, url, account, to);
    const code = codeOf(sent++);
    const { promise, resolve } = Promise.withResolvers<void>();
    const look = (data: Buffer) => {
      if (String(data).startsWith('{"type":"message"') && String(data).includes(code)) resolve();
    };
    socket.on('message', look);
    const response = await fetch(url, { method: 'POST', headers, body });
    if (response.status !== 200) throw new Error(`The webhook answered ${response.status}.`);
    await promise;
    socket.off('message', look);
  };
}
