import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Lease } from '../../../electron/contract/state.ts';
import type { Emulator } from '../../../electron/emulator/server.ts';
import { run } from '../../support/postgres/database.ts';
import { ownerToken } from './harness.ts';

/** What a request may meet while one host takes over from another. */
const passing = new Set([502, 503, 504]);

/** Testers who take numbers, wait for codes and give the numbers back, again and again, whatever happens to the hosts. */
export class Load {
  readonly #url: string;
  readonly #emulator: Emulator;
  #isOver = false;
  /** How many numbers were taken, and given back. */
  taken = 0;
  /** Of all messages that were sent. */
  readonly sids: string[] = [];

  constructor(url: string, emulator: Emulator) {
    this.#url = url;
    this.#emulator = emulator;
  }

  /** Everybody finishes what is begun. */
  stop(): void {
    this.#isOver = true;
  }

  async tester(): Promise<void> {
    while (!this.#isOver) {
      const lease = await this.#ask<Lease>('POST', '/v1/leases', { country: 'US', type: 'local', ttlSeconds: 120 });
      const code = String(randomInt(100_000, 999_999));
      const body = `Your code is ${code}`;
      const { sid } = await this.#emulator.sendSms({ from: '+14155550123', to: lease.number ?? '', body });
      this.sids.push(sid);
      const found = await this.#ask<{ code: string }>('GET', `/v1/leases/${lease.id}/code?timeoutSeconds=20`);
      expect(found.code).toBe(code);
      await pause(randomInt(100, 1_500));
      await this.#ask('DELETE', `/v1/leases/${lease.id}`);
      this.taken += 1;
    }
  }

  /** Each number was bought once and given back, and each message is in the history once. Call it at the end. */
  async assertNothingLost(database: string): Promise<void> {
    await expect.poll(() => this.#emulator.state().numbers, { timeout: 60_000 }).toEqual([]);
    const stored = (await run(database, 'SELECT sid FROM messages')) as { sid: string }[];
    expect(stored.map(({ sid }) => sid).toSorted()).toEqual(this.sids.toSorted());
    const [bought] = await run(database, `SELECT count(*)::int AS count FROM ledger WHERE kind = 'purchase'`);
    expect(bought).toEqual({ count: this.taken });
  }

  async #ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers = {
      authorization: `Bearer ${ownerToken}`,
      'idempotency-key': randomUUID(),
      'content-type': 'application/json',
    };
    for (;;) {
      const answer = await fetch(`${this.#url}${path}`, {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }).catch((thrown: unknown) => thrown as Error);
      if (answer instanceof Response) {
        const text = await answer.text().catch(() => null);
        if (answer.ok && text !== null) return JSON.parse(text) as T;
        if (text !== null && !passing.has(answer.status))
          throw new Error(`${method} ${path}: ${answer.status} ${text}`);
      }
      await pause(100);
    }
  }
}
