import { describe, expect, it } from 'vitest';
import type { SocketReply } from '../../electron/contract/socket.ts';
import { backoff, SocketBridge, type SocketLike, connectionLost } from '../../electron/contract/socketBridge.ts';

/** A WebSocket in the test's hands. */
class FakeSocket implements SocketLike {
  onopen: SocketLike['onopen'] = null;
  onmessage: SocketLike['onmessage'] = null;
  onclose: SocketLike['onclose'] = null;
  readonly sent: unknown[] = [];

  send(text: unknown): void {
    this.sent.push(JSON.parse(String(text)));
  }

  open(): void {
    this.onopen?.call(this as unknown as WebSocket, new Event('open'));
  }

  receive(reply: SocketReply): void {
    this.onmessage?.call(this as unknown as WebSocket, new MessageEvent('message', { data: JSON.stringify(reply) }));
  }

  close(code = 1005): void {
    const event = Object.assign(new Event('close'), { code, reason: '', wasClean: true }) as CloseEvent;
    this.onclose?.call(this as unknown as WebSocket, event);
  }
}

function start() {
  const sockets: FakeSocket[] = [];
  const waits: { ms: number; call: () => void }[] = [];
  const beats: (() => void)[] = [];
  const bridge = new SocketBridge({
    connect: () => sockets[sockets.push(new FakeSocket()) - 1]!,
    wait: (ms, call) => void (ms === 30_000 ? beats.push(call) : waits.push({ ms, call })),
  });
  const latest = () => sockets.at(-1)!;
  /** Half a minute passes. */
  const beat = () => beats.splice(0).forEach((call) => call());
  return { bridge, waits, beat, sockets, latest };
}

describe('a bridge over a WebSocket', () => {
  it('gives each answer to the request that it belongs to', async () => {
    const { bridge, latest } = start();
    latest().open();
    const first = bridge.request('state.get', undefined);
    const second = bridge.request('demo.start', undefined);
    expect(latest().sent).toMatchObject([
      { id: 1, name: 'state.get' },
      { id: 2, name: 'demo.start' },
    ]);
    latest().receive({ id: 2, result: { ok: true, value: 'second' } });
    latest().receive({ id: 1, result: { ok: true, value: 'first' } });
    await expect(first).resolves.toEqual({ ok: true, value: 'first' });
    await expect(second).resolves.toEqual({ ok: true, value: 'second' });
  });

  it('brings events to their subscribers until they leave', () => {
    const { bridge, latest } = start();
    latest().open();
    const seen: number[] = [];
    const leave = bridge.subscribe('stateChanged', ({ revision }) => seen.push(revision));
    latest().receive({ event: 'stateChanged', payload: { from: 2, revision: 3, set: {}, lists: {} } });
    latest().receive({ event: 'reveal', payload: { leaseId: 'lease-1' } });
    leave();
    latest().receive({ event: 'stateChanged', payload: { from: 3, revision: 4, set: {}, lists: {} } });
    expect(seen).toEqual([3]);
  });

  it('fails what waits for an answer when the connection is lost, and says that it may be tried again', async () => {
    const { bridge, latest } = start();
    latest().open();
    const waiting = bridge.request('state.get', undefined);
    latest().close(1006);
    await expect(waiting).resolves.toEqual({ ok: false, error: connectionLost });
    expect(connectionLost.retryable).toBe(true);
  });

  it('fails at once while there is no connection', async () => {
    const { bridge } = start();
    await expect(bridge.request('state.get', undefined)).resolves.toEqual({ ok: false, error: connectionLost });
  });

  it('reconnects by itself, waits longer each time, and starts over once the host answers', () => {
    const { bridge, waits, sockets, latest } = start();
    const seen: string[] = [];
    bridge.onStatus(() => seen.push(bridge.status()));
    latest().open();
    latest().close(1001);
    waits.at(-1)?.call();
    latest().close(1006);
    waits.at(-1)?.call();
    latest().open();
    latest().receive({ event: 'reveal', payload: { leaseId: 'lease-1' } });
    latest().close(1006);
    expect(waits.map(({ ms }) => ms)).toEqual([500, 1000, 500]);
    expect(sockets).toHaveLength(3);
    expect(seen).toEqual(['open', 'lost', 'lost', 'open', 'lost']);
  });

  it('asks now and then whether the host is still there, and connects again when it is not', async () => {
    const { bridge, waits, beat, sockets, latest } = start();
    latest().open();
    for (let id = 1; id <= 3; id += 1) {
      beat();
      expect(latest().sent).toHaveLength(id);
      latest().receive({ id, result: { ok: true, value: null } });
    }
    const waiting = bridge.request('state.get', undefined);
    beat();
    expect(bridge.status()).toBe('open');
    beat();
    await expect(waiting).resolves.toEqual({ ok: false, error: connectionLost });
    expect(bridge.status()).toBe('lost');
    waits.at(-1)?.call();
    expect([sockets.length, waits.length]).toEqual([2, 1]);
    beat();
    expect(latest().sent).toEqual([]);
  });

  it('does not try again when the host refuses the token', () => {
    const { bridge, waits, latest } = start();
    latest().close(4401);
    expect(bridge.status()).toBe('refused');
    expect(waits).toEqual([]);
  });

  it('is refused without a token, until somebody signs in', () => {
    let socket: FakeSocket | null = null;
    const bridge = new SocketBridge({ connect: () => socket, wait: () => undefined });
    expect(bridge.status()).toBe('refused');
    socket = new FakeSocket();
    bridge.restart();
    expect(bridge.status()).toBe('connecting');
    socket.open();
    expect(bridge.status()).toBe('open');
  });

  it('that somebody signs out of fails what waits, and does not reconnect by itself', async () => {
    const { bridge, waits, sockets, latest } = start();
    latest().open();
    const waiting = bridge.request('state.get', undefined);
    bridge.restart();
    await expect(waiting).resolves.toEqual({ ok: false, error: connectionLost });
    latest().close(4401);
    expect([bridge.status(), sockets.length, waits]).toEqual(['refused', 2, []]);
  });

  it('never waits longer than eight seconds', () => {
    expect(backoff(0)).toBe(500);
    expect(backoff(40)).toBe(8000);
  });
});
