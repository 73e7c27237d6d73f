import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { formOf, listenerForTest, params, sign } from './harness.ts';

const connections = { most: 4, longestLifeMs: 600_000 };
const hurried = { requestTimeout: 400, headersTimeout: 200, connectionsCheckingInterval: 50, connections };
/** Nobody is cut off for being slow. */
const patient = { requestTimeout: 600_000, headersTimeout: 600_000, connectionsCheckingInterval: 50, connections };

const head = (length: string) =>
  `POST /webhook HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n${length}\r\n\r\n`;

/** A sender that writes what it is told, and hears until it is cut off. */
async function senderTo(origin: string, text = '') {
  const socket: Socket = connect(Number(new URL(origin).port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const sender = { socket, heard: '', ended, answered: Promise.withResolvers<void>() };
  socket.on('error', () => undefined);
  socket.on('data', (data) => ((sender.heard += data.toString()), sender.answered.resolve()));
  await once(socket, 'connect');
  socket.write(text);
  return sender;
}

it.each([
  ['with its body', head('Content-Length: 100') + 'Body=1'],
  ['with its body, in pieces', head('Transfer-Encoding: chunked') + '6\r\nBody=1\r\n'],
  ['with its headers', 'POST /webhook HTTP/1.1\r\nHost: x\r\n'],
  ['and says nothing', ''],
])('a sender that takes its time %s is cut off, and a message still comes through', async (_what, text) => {
  const { origin, post, received } = await listenerForTest({}, hurried);
  const slow = await senderTo(origin, text);
  expect((await post()).status).toBe(200);
  await slow.ended;
  expect(slow.heard).toMatch(/^(HTTP\/1.1 408|$)/);
  expect(received).toHaveLength(1);
});

describe('a body that is too long', () => {
  it('is refused by its header alone, before it has come', async () => {
    const { origin, refused } = await listenerForTest();
    const sender = await senderTo(origin, head('Content-Length: 1000000000'));
    await sender.answered.promise;
    expect(sender.heard).toMatch(/^HTTP\/1.1 413/);
    expect(refused).toEqual(['tooLarge']);
  });

  it.each([
    ['although its length was said', 'Content-Length: 1000000000'],
    ['in pieces', 'Transfer-Encoding: chunked'],
  ])('is cut off when it goes on after that, %s', async (_what, length) => {
    const { origin, refused, post, log } = await listenerForTest({}, patient);
    const endless = await senderTo(origin, head(length));
    const piece = `1000\r\n${'x'.repeat(4_096)}\r\n`;
    const sending = setInterval(() => endless.socket.write(piece), 5);
    onTestFinished(() => clearInterval(sending));
    await endless.answered.promise;
    expect(endless.heard).toMatch(/^HTTP\/1.1 413/);
    await endless.ended;
    expect((await post()).status).toBe(200);
    expect([refused, log]).toEqual([['tooLarge'], []]);
  });
});

const unsigned = head('Content-Length: 100') + 'Body=1';
const asking = 'GET /health HTTP/1.1\r\nHost: x\r\n\r\n';

describe('many connections', () => {
  it.each([
    ['say nothing', ''],
    ['ask and stay', asking],
    ['begin a request', 'POST /webhook HTTP/1.1\r\nHost: x\r\n'],
    ['begin a body', unsigned],
  ])('that %s keep no message out: the oldest makes way', async (_what, text) => {
    const { origin, post, received, crowded } = await listenerForTest({}, patient);
    const crowd = await Promise.all(Array.from({ length: 4 }, () => senderTo(origin, text)));
    if (text === asking) await Promise.all(crowd.map(({ answered }) => answered.promise));
    expect(crowded()).toBe(0);
    expect((await post()).status).toBe(200);
    expect(received).toHaveLength(1);
    await Promise.any(crowd.map(({ ended }) => ended));
    expect(crowded()).toBe(1);
  });

  it('that come again when they are closed keep no message out', async () => {
    const roomy = { ...patient, connections: { ...connections, most: 100 } };
    const { origin, post, crowded } = await listenerForTest({}, roomy);
    let isOver = false;
    const stay = async (): Promise<void> => {
      const { ended } = await senderTo(origin, asking);
      await ended;
      return isOver ? undefined : stay();
    };
    for (let i = 0; i < 110; i += 1) void stay();
    onTestFinished(() => void (isOver = true));
    for (let i = 0; i < 20; i += 1) {
      const before = crowded();
      await expect.poll(crowded).toBeGreaterThan(before + 10);
      expect((await post({ ...params, MessageSid: `SM${String(i).padStart(32, '0')}` })).status).toBe(200);
    }
  });

  it('do not drive away a message that is being stored: a stranger gets no place, and that is said', async () => {
    const stored = Promise.withResolvers<'stored'>();
    let begun = 0;
    const receive = () => ((begun += 1), stored.promise);
    const { origin, post, crowded } = await listenerForTest({ receive }, patient);
    const messages = Array.from({ length: 4 }, () => post());
    await expect.poll(() => begun).toBe(4);
    const stranger = await senderTo(origin);
    await stranger.ended;
    expect(crowded()).toBe(1);
    stored.resolve('stored');
    expect((await Promise.all(messages)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it('that grow old are closed, although they ask again and again', async () => {
    const { origin } = await listenerForTest({}, { ...patient, connections: { most: 4, longestLifeMs: 300 } });
    const body = formOf(params);
    const signed = `${head(`X-Twilio-Signature: ${sign(params)}\r\nContent-Length: ${body.length}`)}${body}`;
    const senders = await Promise.all(['', unsigned, asking, signed].map((text) => senderTo(origin, text)));
    const again = (text: string, index: number) => setInterval(() => senders[index]?.socket.write(text), 20);
    const asked = [again(asking, 2), again(signed, 3)];
    onTestFinished(() => asked.forEach(clearInterval));
    await Promise.all(senders.map(({ ended }) => ended));
    expect(senders[3]?.heard, 'Twilio’s is answered to the end').toMatch(/Connection: close\r\n\r\n<Response\/>$/);
  });

  it('of Twilio’s are all served', async () => {
    const { post, received } = await listenerForTest();
    const sids = Array.from({ length: 200 }, (_, i) => `SM${String(i).padStart(32, '0')}`);
    const statuses = await Promise.all(sids.map(async (MessageSid) => (await post({ ...params, MessageSid })).status));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(received).toHaveLength(200);
  });
});
