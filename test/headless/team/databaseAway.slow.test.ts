import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { emulatorForTest, freePort } from '../../adapters/harness.ts';
import { startCluster } from '../../support/postgres/cluster.ts';
import { FrontDoor, isWell } from './frontDoor.ts';
import { memberForTest } from './harness.ts';
import { Load } from './load.ts';

const outages = 3;

it('a database that goes away under load and comes back loses nothing that was acknowledged', async () => {
  const [cluster, emulator] = [await startCluster(), await emulatorForTest()];
  onTestFinished(() => cluster.stop());
  emulator.setFaults({ balance: '100000.00' });
  const [PORT, OTP_DOCK_API_PORT] = [String(await freePort()), String(await freePort())];
  const [webhook, api] = await Promise.all(
    [PORT, OTP_DOCK_API_PORT].map((port) => FrontDoor.open([`http://127.0.0.1:${port}`])),
  );
  const addresses = { PORT, OTP_DOCK_API_PORT, OTP_DOCK_TUNNEL: 'url', WEBHOOK_BASE_URL: webhook?.url };
  const only = await memberForTest(cluster.url, emulator, addresses);
  const load = new Load(api?.url ?? '', emulator);
  const working = Promise.all(Array.from({ length: 4 }, () => load.tester()));
  for (let outage = 0; outage < outages; outage += 1) {
    await only.becomes('active');
    await pause(2_000);
    const gone = only.becomes('standby');
    await cluster.halt();
    await gone;
    expect(await isWell(only.api)).toBe(false);
    await pause(1_000);
    await cluster.resume();
  }
  await only.becomes('active');
  load.stop();
  await working;
  await load.assertNothingLost(cluster.url);
}, 300_000);
