import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { connect, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it, onTestFinished } from 'vitest';
import { closeServer, listenOnLoopback } from '../../electron/adapters/loopback.ts';
import { createWebhookListener } from '../../electron/adapters/webhook/listener.ts';
import { systemClock } from '../../electron/adapters/systemClock.ts';
import { failureOf, freePort, listLogger } from './harness.ts';

async function listen(port: number): Promise<number> {
  const listening = await listenOnLoopback((_request, response) => void response.end('ours'), port);
  onTestFinished(() => closeServer(listening.server));
  return listening.port;
}

describe('a port on loopback', () => {
  it('is the wanted one', async () => {
    const wanted = await freePort();
    expect(await listen(wanted)).toBe(wanted);
    expect(await (await fetch(`http://127.0.0.1:${wanted}`)).text()).toBe('ours');
  });

  it('is the next free one when the wanted one is taken', async () => {
    const first = await listen(0);
    const second = await listen(first);
    expect(second).toBeGreaterThan(first);
    expect(second).toBeLessThan(first + 20);
  });

  it('is told when none is free near the wanted one', async () => {
    const taken = createServer().listen(65_535, '127.0.0.1');
    onTestFinished(() => void taken.close());
    await Promise.race([once(taken, 'listening'), once(taken, 'error')]);
    const failure = await failureOf(listenOnLoopback(() => undefined, 65_535));
    expect(failure).toMatchObject({ code: 'PORT_IN_USE', message: expect.toSay('65535') });
  });

  it('cannot be reached from another machine', async () => {
    const port = await listen(0);
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address && !address.internal && address.family === 'IPv4');
    if (!outside) return expect(outside).toBeUndefined();
    const socket = connect(port, outside.address);
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNREFUSED');
  });
});

describe('the end of a server', () => {
  it('waits for a request under way, and cuts one that does not end', async () => {
    const held = Promise.withResolvers<() => void>();
    const hold: RequestListener = (_request, response) => held.resolve(() => response.end('done'));
    const { server, port } = await listenOnLoopback(hold, 0);
    const answer = fetch(`http://127.0.0.1:${port}`).then((response) => response.text());
    const finish = await held.promise;
    const closed = closeServer(server, 60_000);
    finish();
    expect(await answer).toBe('done');
    await closed;
  });

  it('cuts a request that does not end', async () => {
    const arrived = Promise.withResolvers<void>();
    const { server, port } = await listenOnLoopback(() => arrived.resolve(), 0);
    const answer = fetch(`http://127.0.0.1:${port}`);
    await arrived.promise;
    await Promise.all([closeServer(server, 1), expect(answer).rejects.toThrow()]);
  });
});

describe('the webhook listener', () => {
  const gate = {
    publicUrls: () => [],
    accountSid: () => null,
    authToken: () => null,
    receive: () => Promise.reject(new Error('none')),
    refused: () => undefined,
    answered: () => undefined,
    mayHaveMissed: () => undefined,
    instance: () => 'this-run',
  };

  it('says that the wanted port is in use', async () => {
    const [log, wanted] = [listLogger(), await listen(0)];
    const listener = createWebhookListener(wanted, systemClock, log);
    onTestFinished(() => listener.close());
    const opened = await listener.open(gate);
    expect(opened).toEqual({
      portWanted: wanted,
      port: expect.any(Number),
      localUrl: `http://localhost:${opened.port}`,
    });
    expect(opened.port).not.toBe(wanted);
    expect(log.lines).toEqual([`warn Port ${wanted} is in use; webhooks are received on port ${opened.port}.`]);
  });

  it('does not complain when any port will do, and can be closed before it was opened', async () => {
    const log = listLogger();
    const listener = createWebhookListener(0, systemClock, log);
    await listener.close();
    const { port, portWanted } = await listener.open(gate);
    expect(portWanted).toBe(port);
    await listener.close();
    await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow();
    expect(log.lines).toEqual([]);
  });
});
