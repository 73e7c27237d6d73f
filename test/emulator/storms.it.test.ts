import { describe, expect } from 'vitest';
import type { Emulator } from '../../electron/emulator/server.ts';
import { draw, seeded } from '../../electron/emulator/random.ts';
import { nextFate } from '../../electron/emulator/storm.ts';
import { noFaults } from '../../electron/emulator/faults.ts';
import { buyUsNumber, call, control, emulatorForTest, expectCut, it, sdk } from './harness.ts';

const balancePath = '{account}/Balance.json';

/** The status of each of so many requests, 0 for a connection that was cut. */
async function outcomes(emulator: Emulator, count: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let request = 0; request < count; request += 1) {
    const answer = await call(emulator, balancePath).catch(() => ({ status: 0 }));
    statuses.push(answer.status);
  }
  return statuses;
}

describe('a storm', () => {
  const shares = { rateLimitShare: 0.3, serverErrorShare: 0.2, dropShare: 0.1 };

  it('is the same again with the same seed, and another with another', async ({ emulator }) => {
    emulator.setFaults({ ...shares, seed: 7 });
    const first = await outcomes(emulator, 40);
    expect(new Set(first)).toEqual(new Set([200, 429, 503, 0]));
    emulator.setFaults({ seed: 7 });
    expect(await outcomes(emulator, 40)).toEqual(first);
    emulator.setFaults({ seed: 8 });
    expect(await outcomes(emulator, 40)).not.toEqual(first);
    await control(emulator, 'reset', {});
    emulator.setFaults({ ...shares, seed: 7 });
    expect(await outcomes(emulator, 40)).toEqual(first);
  });

  it('hits as many requests as its shares say', () => {
    const faults = { ...noFaults(), ...shares, dropAfterCommitShare: 0.05 };
    const random = seeded(1);
    const fates = Array.from({ length: 20_000 }, () => nextFate({ faults, random }));
    const expected = { rateLimit: 0.3, serverError: 0.2, drop: 0.1, loseAnswer: 0.05, none: 0.35 };
    for (const [fate, share] of Object.entries(expected))
      expect(fates.filter((one) => one === fate).length / fates.length, fate).toBeCloseTo(share, 1);
  });

  it('draws numbers from 0 to just under 1 from any seed', () => {
    for (const seed of [0, -1, 1, 2 ** 40, Number.MAX_SAFE_INTEGER]) {
      const sequence = seeded(seed);
      const numbers = Array.from({ length: 1_000 }, () => draw(sequence));
      expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...numbers)).toBeLessThan(1);
      expect(new Set(numbers).size).toBeGreaterThan(990);
    }
  });

  it('loses the answer to what it has done, but never that of a question', async ({ emulator, client }) => {
    emulator.setFaults({ dropAfterCommitShare: 1 });
    await expectCut(buyUsNumber(emulator, { friendlyName: 'intent-9' }));
    const [found] = await client.incomingPhoneNumbers.list({ friendlyName: 'intent-9' });
    expect(found?.phoneNumber).toBe('+14155550100');
  });

  it('never hits the control interface', async ({ emulator }) => {
    emulator.setFaults({ dropShare: 1, dropConnections: 1 });
    expect((await control(emulator, 'state')).status).toBe(200);
    expect((await control(emulator, 'faults', { dropShare: 0, dropConnections: 0 })).status).toBe(200);
    expect((await call(emulator, balancePath)).status).toBe(200);
  });
});

describe('a purchase that is carried out late', () => {
  /** An emulator whose next purchase is carried out late, and what it logs then. */
  async function lateEmulator(faults: { commitDelayMs: number; takenNumbers?: string[] }) {
    const late = Promise.withResolvers<string>();
    const log = (line: string): void => (line.includes('after the connection') ? late.resolve(line) : undefined);
    const emulator = await emulatorForTest({ log });
    emulator.setFaults({ lateCommits: 1, ...faults });
    await expectCut(buyUsNumber(emulator, { friendlyName: 'intent-3' }));
    return { emulator, late: late.promise };
  }

  it('is bought after its caller has lost the connection', async () => {
    const { emulator, late } = await lateEmulator({ commitDelayMs: 1 });
    expect(await late).toMatch(/IncomingPhoneNumbers\.json 201 after the connection was dropped$/);
    expect(await sdk(emulator).incomingPhoneNumbers.list({ friendlyName: 'intent-3' })).toHaveLength(1);
    expect(emulator.state()).toMatchObject({ faults: { lateCommits: 0 }, balance: { amount: '498.85' } });
    expect(emulator.state().requests[1]).toMatchObject({ method: 'POST', status: 201, dropped: true });
    expect(await buyUsNumber(emulator)).toMatchObject({ status: 'in-use' });
  });

  it('may come too late for the number', async () => {
    const { emulator, late } = await lateEmulator({ commitDelayMs: 1, takenNumbers: ['+14155550100'] });
    expect(await late).toMatch(/ 400 after/);
    expect(emulator.state().numbers).toEqual([]);
  });

  it('is not there before its time, and closing does not wait for it', async () => {
    const { emulator } = await lateEmulator({ commitDelayMs: 600_000 });
    expect(await sdk(emulator).incomingPhoneNumbers.list()).toEqual([]);
    expect(emulator.state().requests[1]).toMatchObject({ method: 'POST', status: null, dropped: true });
    await emulator.close();
    expect(emulator.state().numbers).toEqual([]);
  });
});
