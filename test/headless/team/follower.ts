import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { ownerToken } from './harness.ts';

interface Told {
  type: string;
  cursor: string;
  complete?: boolean;
  message?: { sid: string };
  lease?: { id: string; state: string };
}

/** A client that follows the events of a team, whichever host is active, and comes back with its last cursor. */
export class Follower {
  /** Of the messages that it was told, in that order. */
  readonly sids: string[] = [];
  /** The last state of each lease that it was told. */
  readonly leases = new Map<string, string>();
  /** How often it came back to a host. */
  comebacks = -1;
  /** How often it was told that something may be missing. */
  gaps = 0;
  readonly #hosts: readonly string[];
  #cursor: string | null = null;
  #isOver = false;

  /** `hosts`: the addresses of their APIs. */
  constructor(hosts: readonly string[]) {
    this.#hosts = hosts;
    onTestFinished(() => void (this.#isOver = true));
    void this.#follow();
  }

  /** Resolves once it follows. */
  async isThere(): Promise<void> {
    await expect.poll(() => this.#cursor).not.toBeNull();
  }

  /** Each of these messages comes once, and nothing else. */
  async assertTold(sids: readonly string[]): Promise<void> {
    await expect.poll(() => this.sids.toSorted(), { timeout: 20_000 }).toEqual(sids.toSorted());
    expect(this.gaps).toBe(0);
  }

  async #follow(): Promise<void> {
    for (let turn = 0; !this.#isOver; turn += 1) {
      const host = this.#hosts[turn % this.#hosts.length] ?? '';
      const after = this.#cursor === null ? '' : `?after=${this.#cursor}`;
      const socket = new WebSocket(`${host.replace('http', 'ws')}/v1/events${after}`, [`token.${ownerToken}`]);
      socket.on('message', (data) => this.#take(JSON.parse(String(data)) as Told));
      socket.on('error', () => undefined);
      onTestFinished(() => socket.terminate());
      await once(socket, 'close').catch(() => undefined);
      await pause(20);
    }
  }

  #take({ cursor, complete, message, lease }: Told): void {
    this.#cursor = cursor;
    if (complete !== undefined) this.comebacks += 1;
    if (complete === false) this.gaps += 1;
    if (message) this.sids.push(message.sid);
    if (lease) this.leases.set(lease.id, lease.state);
  }
}
