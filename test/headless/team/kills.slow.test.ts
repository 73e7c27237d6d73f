import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { emulatorForTest, freePort, tempFolder } from '../../adapters/harness.ts';
import { buildOnce, spawnCli, type Spawned } from '../../cli/processes.ts';
import { databaseForTest } from '../../support/postgres/database.ts';
import { Follower } from './follower.ts';
import { FrontDoor, isWell } from './frontDoor.ts';
import { ownerToken } from './harness.ts';
import { Load } from './load.ts';

const kills = 20;
const testers = 4;

/** A host of the team in a process of its own. */
interface Place {
  api: string;
  webhook: string;
  process: Spawned;
  start(): void;
}

it(`nothing is lost, bought twice or left behind when the active host is killed ${kills} times under load`, async () => {
  buildOnce();
  const [url, emulator] = [await databaseForTest(), await emulatorForTest()];
  emulator.setFaults({ balance: '100000.00' });
  const ports = [await portsFor(), await portsFor()];
  const [api, webhook] = [
    await FrontDoor.open(ports.map((of) => of.api)),
    await FrontDoor.open(ports.map((of) => of.webhook)),
  ];
  const variables = {
    TWILIO_ACCOUNT_SID: emulator.accountSid,
    TWILIO_AUTH_TOKEN: emulator.authToken,
    TWILIO_API_BASE_URL: emulator.baseUrl,
    OTP_DOCK_DATABASE_URL: url,
    OTP_DOCK_API_TOKEN: ownerToken,
    OTP_DOCK_TUNNEL: 'url',
    WEBHOOK_BASE_URL: webhook.url,
  };
  const places = ports.map((of) => placeFor(of, variables));
  const load = new Load(api.url, emulator);
  const follower = new Follower(ports.map((of) => of.api));
  await follower.isThere();
  const working = Promise.all(Array.from({ length: testers }, () => load.tester()));
  const tookMs: number[] = [];
  for (let killed = 0; killed < kills; killed += 1) {
    const active = await activeOf(places);
    await pause(randomInt(500, 2_000));
    tookMs.push(await takeOverMs(active, places.find((place) => place !== active) as Place));
    active.start();
    await expect.poll(() => answers(active.api)).toBe(true);
  }
  load.stop();
  await working;
  // One of them may meet a machine that is busy with something else.
  const median = tookMs.toSorted((a, b) => a - b)[kills / 2] ?? Infinity;
  expect(median, `took over within ${tookMs.join(', ')} ms`).toBeLessThan(5_000);
  await load.assertNothingLost(url);
  await follower.assertTold(load.sids);
  expect(follower.comebacks).toBeGreaterThanOrEqual(kills);
  for (const state of follower.leases.values()) expect(['released', 'failed']).toContain(state);
}, 600_000);

async function portsFor() {
  const [api, webhook] = [await freePort(), await freePort()];
  return { api: `http://127.0.0.1:${api}`, webhook: `http://127.0.0.1:${webhook}` };
}

function placeFor({ api, webhook }: Pick<Place, 'api' | 'webhook'>, variables: NodeJS.ProcessEnv): Place {
  const cwd = tempFolder();
  const start = () =>
    spawnCli(['serve', '--json'], {
      cwd,
      variables: { OTP_DOCK_API_PORT: new URL(api).port, PORT: new URL(webhook).port, ...variables },
    });
  const place: Place = { api, webhook, process: start(), start: () => void (place.process = start()) };
  return place;
}

/** Kills the active host; resolves with how long it took until the other one served. */
async function takeOverMs(active: Place, other: Place): Promise<number> {
  active.process.child.kill('SIGKILL');
  const killedAt = performance.now();
  await active.process.ended;
  await expect.poll(() => isWell(other.api), { timeout: 30_000 }).toBe(true);
  return Math.round(performance.now() - killedAt);
}

async function activeOf(places: readonly Place[]): Promise<Place> {
  let active: Place | undefined;
  const look = async () => {
    const well = await Promise.all(places.map(({ api }) => isWell(api)));
    active = places[well.indexOf(true)];
    return active;
  };
  await expect.poll(look, { timeout: 20_000 }).toBeDefined();
  return active as Place;
}

async function answers(host: string): Promise<boolean> {
  return fetch(`${host}/health`).then(
    () => true,
    () => false,
  );
}
