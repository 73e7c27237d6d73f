import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Account } from '../webhook.ts';
import { codeOf } from '../webhook.ts';

/** What came of it. */
export interface Offered {
  /** The SIDs of all messages that were answered 201. */
  sids: string[];
  /** From the first message until the last was answered. */
  seconds: number;
}

const lanes = 64;
const recipients = 9_000;
const tickMs = 5;

/**
 * Sends messages through Twilio's API at a pace, however long the answers take. On bare sockets: the client that sends
 * shares the machine with what it measures. Rejects when a message is refused or a connection ends.
 */
export async function offer(port: number, account: Account, perSecond: number, seconds: number): Promise<Offered> {
  const total = perSecond * seconds;
  const free = await Promise.all(Array.from({ length: lanes }, () => open(port)));
  const sids: string[] = [];
  const { promise: over, resolve, reject } = Promise.withResolvers<void>();
  const began = performance.now();
  let sent = 0;
  const sendDue = (): void => {
    const due = Math.min(total, ((performance.now() - began) / 1000) * perSecond);
    for (let lane = free.pop(); lane !== undefined; lane = free.pop()) {
      if (sent >= due) return void free.push(lane);
      void exchange(lane, requestOf(account, sent++)).then(answered, reject);
    }
  };
  const answered = ({ lane, sid }: { lane: Socket; sid: string }): void => {
    sids.push(sid);
    free.push(lane);
    if (sids.length === total) resolve();
    else sendDue();
  };
  const timer = setInterval(sendDue, tickMs);
  try {
    await over;
  } finally {
    clearInterval(timer);
    free.forEach((lane) => lane.destroy());
  }
  return { sids, seconds: (performance.now() - began) / 1000 };
}

async function open(port: number): Promise<Socket> {
  const lane = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(lane, 'connect');
  return lane;
}

function requestOf({ accountSid, authToken }: Account, index: number): string {
  const body = new URLSearchParams({
    To: `+1415555${String(1_000 + (index % recipients))}`,
    From: 'Lumora',
    Body: `Your Lumora code is ${codeOf(index)}. It expires in 10 minutes.`,
  }).toString();
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  return [
    `POST /2010-04-01/Accounts/${accountSid}/Messages.json HTTP/1.1`,
    'Host: 127.0.0.1',
    `Authorization: ${authorization}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n');
}

/** One request after the other on a connection, so that an answer is over once its length is there. */
function exchange(lane: Socket, request: string): Promise<{ lane: Socket; sid: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ lane: Socket; sid: string }>();
  let text = '';
  const take = (part: Buffer): void => {
    text += part.toString('latin1');
    if (!isWhole(text)) return;
    lane.off('data', take).off('close', closed);
    const sid = /"sid": ?"(\w+)"/.exec(text)?.[1];
    if (sid !== undefined && text.startsWith('HTTP/1.1 201')) resolve({ lane, sid });
    else reject(new Error(`A message was refused: ${text}`));
  };
  const closed = (): void => reject(new Error(`A connection ended after ${JSON.stringify(text)}.`));
  lane.on('data', take).on('close', closed).write(request);
  return promise;
}

function isWhole(text: string): boolean {
  const head = text.indexOf('\r\n\r\n');
  const length = /content-length: (\d+)/i.exec(text)?.[1];
  return head !== -1 && length !== undefined && text.length >= head + 4 + Number(length);
}
