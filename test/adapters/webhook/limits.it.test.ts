import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listenerForTest, params } from './harness.ts';

const hurried = { requestTimeout: 400, headersTimeout: 200, connectionsCheckingInterval: 50, maxConnections: 4 };
/** Nobody is cut off for being slow. */
const patient = {
  requestTimeout: 600_000,
  headersTimeout: 600_000,
  connectionsCheckingInterval: 50,
  maxConnections: 4,
};

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

describe('a sender that takes its time', () => {
  it.each([
    ['with its body', head('Content-Length: 100') + 'Body=1'],
    ['with its body, in pieces', head('Transfer-Encoding: chunked') + '6\r\nBody=1\r\n'],
    ['with its headers', 'POST /webhook HTTP/1.1\r\nHost: x\r\n'],
    ['and says nothing', ''],
  ])('%s is cut off, and a message still comes through', async (_what, text) => {
    const { origin, post, received } = await listenerForTest({}, hurried);
    const slow = await senderTo(origin, text);
    expect((await post()).status).toBe(200);
    await slow.ended;
    expect(slow.heard).toMatch(/^(HTTP\/1.1 408|$)/);
    expect(received).toHaveLength(1);
  });
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

describe('many connections', () => {
  it('are cut off above the limit, and there is room again when they are gone', async () => {
    const { origin, post } = await listenerForTest({}, { ...hurried, headersTimeout: 5_000, requestTimeout: 5_000 });
    const crowd = await Promise.all(Array.from({ length: 4 }, () => senderTo(origin)));
    await expect(post()).rejects.toThrow();
    for (const { socket } of crowd) socket.destroy();
    await Promise.all(crowd.map(({ ended }) => ended));
    await expect
      .poll(() =>
        post().then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(200);
  });

  it('of Twilio’s are all served', async () => {
    const { post, received } = await listenerForTest();
    const sids = Array.from({ length: 200 }, (_, i) => `SM${String(i).padStart(32, '0')}`);
    const statuses = await Promise.all(sids.map(async (MessageSid) => (await post({ ...params, MessageSid })).status));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(received).toHaveLength(200);
  });
});
