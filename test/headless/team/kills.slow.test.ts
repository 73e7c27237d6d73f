import { randomInt, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import type { Lease } from '../../../electron/contract/state.ts';
import type { Emulator } from '../../../electron/emulator/server.ts';
import { emulatorForTest, freePort, tempFolder } from '../../adapters/harness.ts';
import { buildOnce, spawnCli, type Spawned } from '../../cli/processes.ts';
import { databaseForTest, run } from '../../support/postgres/database.ts';
import { FrontDoor, isWell } from './frontDoor.ts';

const kills = 20;
const workers = 4;
const token = 'a'.repeat(43);

interface Place {
  api: string;
  webhook: string;
  start(): Spawned;
}

async function place(variables: NodeJS.ProcessEnv): Promise<Place> {
  const [cwd, apiPort, port] = [tempFolder(), await freePort(), await freePort()];
  mkdirSync(join(cwd, 'data'), { recursive: true });
  writeFileSync(join(cwd, 'data', 'api-token'), `${token}\n`, { mode: 0o600 });
  return {
    api: `http://127.0.0.1:${apiPort}`,
    webhook: `http://127.0.0.1:${port}`,
    start: () =>
      spawnCli(['serve', '--json'], {
        cwd,
        variables: { OTP_DOCK_API_PORT: String(apiPort), PORT: String(port), ...variables },
      }),
  };
}

it(`nothing is lost, bought twice or left behind when the active host is killed ${kills} times under load`, async () => {
  buildOnce();
  const [url, emulator] = [await databaseForTest(), await emulatorForTest()];
  const door: { api?: FrontDoor; webhook?: FrontDoor } = {};
  const variables: NodeJS.ProcessEnv = {
    TWILIO_ACCOUNT_SID: emulator.accountSid,
    TWILIO_AUTH_TOKEN: emulator.authToken,
    TWILIO_API_BASE_URL: emulator.baseUrl,
    OTP_DOCK_DATABASE_URL: url,
    OTP_DOCK_TUNNEL: 'url',
  };
  const places = [await place(variables), await place(variables)];
  door.api = await FrontDoor.open(places.map(({ api }) => api));
  door.webhook = await FrontDoor.open(places.map(({ webhook }) => webhook));
  variables['WEBHOOK_BASE_URL'] = door.webhook.url;
  const hosts = places.map(({ start }) => start());
  onTestFinished(() => console.log(hosts.map(({ stderr }) => stderr.text.slice(-3000))));
  const work = new Load(door.api.url, emulator);
  const running = Array.from({ length: workers }, () => work.run());
  const tookMs: number[] = [];
  for (let killed = 0; killed < kills; killed += 1) {
    const active = await activeOf(places);
    await pause(randomInt(500, 2_000));
    hosts[active]!.child.kill('SIGKILL');
    const at = performance.now();
    await hosts[active]!.ended;
    await expect.poll(() => isWell(places[1 - active]!.api), { timeout: 10_000 }).toBe(true);
    tookMs.push(Math.round(performance.now() - at));
    hosts[active] = places[active]!.start();
    await expect.poll(() => answers(places[active]!.api), { timeout: 20_000 }).toBe(true);
  }
  work.stop();
  await Promise.all(running);
  console.log('took over within ms', tookMs, 'leases', work.done, 'again', work.retries, 'longest', work.longest);
  expect(Math.max(...tookMs)).toBeLessThan(5_000);
  // Each request had one number, bought once.
  const bought = emulator.state().numbers;
  console.log('bought', bought.length);
  await expect.poll(() => emulator.state().numbers.length, { timeout: 60_000 }).toBe(0);
  const rows = (await run(url, 'SELECT sid FROM messages')) as { sid: string }[];
  expect(rows.map(({ sid }) => sid).toSorted()).toEqual(work.sids.toSorted());
  const purchases = (await run(url, `SELECT count(*)::int AS count FROM ledger WHERE kind = 'purchase'`)) as {
    count: number;
  }[];
  expect(purchases[0]!.count).toBe(work.done);
  console.log(hosts.map(({ stderr }) => stderr.text.slice(-1500)));
}, 600_000);

async function activeOf(places: readonly Place[]): Promise<number> {
  let found = -1;
  await expect
    .poll(async () => (found = (await Promise.all(places.map(({ api }) => isWell(api)))).indexOf(true)), {
      timeout: 20_000,
    })
    .toBeGreaterThanOrEqual(0);
  return found;
}

async function answers(host: string): Promise<boolean> {
  return fetch(`${host}/health`).then(
    () => true,
    () => false,
  );
}

/** Testers who take a number, wait for a code and give the number back. */
class Load {
  readonly #url: string;
  readonly #emulator: Emulator;
  #isOver = false;
  done = 0;
  retries = 0;
  longest = 0;
  readonly sids: string[] = [];

  constructor(url: string, emulator: Emulator) {
    this.#url = url;
    this.#emulator = emulator;
  }

  stop(): void {
    this.#isOver = true;
  }

  async run(): Promise<void> {
    while (!this.#isOver) {
      const lease = await this.#ask<Lease>('POST', '/v1/leases', { country: 'US', type: 'local', ttlSeconds: 120 });
      const code = String(randomInt(100_000, 999_999));
      const { sid } = await this.#emulator.sendSms({
        from: '+14155550123',
        to: lease.number!,
        body: `Your code is ${code}`,
      });
      this.sids.push(sid);
      const at = performance.now();
      const found = await this.#ask<{ code: string }>('GET', `/v1/leases/${lease.id}/code?timeoutSeconds=20`);
      this.longest = Math.max(this.longest, performance.now() - at);
      expect(found.code).toBe(code);
      await this.#ask('DELETE', `/v1/leases/${lease.id}`);
      this.done += 1;
    }
  }

  async #ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const key = randomUUID();
    for (;;) {
      try {
        const answer = await fetch(`${this.#url}${path}`, {
          method,
          headers: { authorization: `Bearer ${token}`, 'idempotency-key': key, 'content-type': 'application/json' },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        if (answer.ok) return (answer.status === 204 ? null : await answer.json()) as T;
        const text = await answer.text();
        if (method === 'DELETE' && answer.status === 410) return null as T;
        if (answer.status < 500 && answer.status !== 408)
          throw new Error(`${method} ${path}: ${answer.status} ${text}`);
        if (!/STANDBY/.test(text) && text !== '') console.log(method, path, answer.status, text.slice(0, 300));
      } catch (thrown) {
        if (!(thrown instanceof TypeError)) throw thrown;
      }
      this.retries += 1;
      await pause(100);
    }
  }
}
