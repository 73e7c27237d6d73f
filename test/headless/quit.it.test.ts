import { describe, expect, it } from 'vitest';
import { eventsOf, hastyClock, hostForTest } from './harness.ts';

describe('a host that ends with leases running', () => {
  it('gives their numbers back first where Settings say so', async () => {
    const { emulator, host, lease } = await hostForTest();
    await host.app.updateSettings({ onQuit: 'release' });
    await Promise.all([lease({ ttlSeconds: 600 }), lease({ ttlSeconds: 600 }), lease({ ttlSeconds: 600 })]);
    const kept = await lease({ ttlSeconds: 600, policy: 'keep' });
    await host.close();
    expect(emulator.state().numbers.map(({ phoneNumber }) => phoneNumber)).toEqual([kept.number]);
  });

  it.each([
    ['keep', 'release', 1],
    ['release', 'keep', 0],
  ] as const)('goes by what it was told (%s) rather than by Settings (%s)', async (onQuit, setting, left) => {
    const { emulator, host, lease } = await hostForTest({ options: { onQuit } });
    await host.app.updateSettings({ onQuit: setting });
    await lease({ ttlSeconds: 600 });
    await host.close();
    expect(emulator.state().numbers).toHaveLength(left);
  });

  it('leaves no number behind that was just being bought', async () => {
    const { emulator, host, call } = await hostForTest({ options: { onQuit: 'release' } });
    const events = await eventsOf(host);
    emulator.setFaults({ latencyMs: 50 });
    const asked = call('POST', '/v1/leases', { country: 'US', ttlSeconds: 600 }).catch(() => null);
    await events.until(({ lease }) => lease?.state === 'buying');
    await expect.poll(() => emulator.state().requests.some(({ path }) => path.includes('AvailablePhone'))).toBe(true);
    await host.close();
    await asked;
    expect(emulator.state().numbers).toEqual([]);
  });

  it('goes on with a release at the next start that Twilio would not take at the end', async () => {
    const test = await hostForTest({ options: { onQuit: 'release', clock: hastyClock() } });
    const { id } = await test.lease({ ttlSeconds: 60_000 });
    test.emulator.setFaults({ serverErrors: 1_000 });
    await test.host.close();
    test.emulator.setFaults({ serverErrors: 0 });
    expect(test.emulator.state().numbers).toHaveLength(1);
    await test.restart();
    const events = await eventsOf(test.host);
    await events.until(({ lease, state }) =>
      [lease, ...(state?.leases ?? [])].some((one) => one?.id === id && one.state === 'released'),
    );
    expect(test.emulator.state().numbers).toEqual([]);
  });
});
