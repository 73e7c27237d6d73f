import { describe, expect, it } from 'vitest';
import type { Emulator } from '../../electron/emulator/server.ts';
import { draw, seeded } from '../../electron/emulator/random.ts';
import { nextFate } from '../../electron/emulator/storm.ts';
import { noFaults } from '../../electron/emulator/faults.ts';
import { buyUsNumber, call, control, emulatorForTest, expectRefusal, sdk } from './harness.ts';

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

  it('is the same again with the same seed, and another with another', async () => {
    const emulator = await emulatorForTest();
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
    const counts: Record<string, number> = {};
    for (let request = 0; request < 20_000; request += 1) {
      const fate = nextFate({ faults, random });
      counts[fate] = (counts[fate] ?? 0) + 1 / 20_000;
    }
    expect(counts['rateLimit']).toBeCloseTo(0.3, 1);
    expect(counts['serverError']).toBeCloseTo(0.2, 1);
    expect(counts['drop']).toBeCloseTo(0.1, 1);
    expect(counts['loseAnswer']).toBeCloseTo(0.05, 1);
    expect(counts['none']).toBeCloseTo(0.35, 1);
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

  it('does nothing of what it refuses or cuts', async () => {
    const emulator = await emulatorForTest();
    const form = { PhoneNumber: '+14155550100' };
    emulator.setFaults({ rateLimitShare: 1 });
    expectRefusal(await call(emulator, '{account}/IncomingPhoneNumbers.json', { form }), 429, 20429);
    emulator.setFaults({ rateLimitShare: 0, serverErrorShare: 1 });
    expectRefusal(await call(emulator, '{account}/IncomingPhoneNumbers.json', { form }), 503, 20503);
    emulator.setFaults({ serverErrorShare: 0, dropShare: 1 });
    await expect(call(emulator, '{account}/IncomingPhoneNumbers.json', { form })).rejects.toThrow(/fetch failed/);
    expect(emulator.state()).toMatchObject({ numbers: [], balance: { amount: '500.00' } });
  });

  it('loses the answer to what it has done, but never that of a question', async () => {
    const emulator = await emulatorForTest();
    emulator.setFaults({ dropAfterCommitShare: 1 });
    await expect(buyUsNumber(emulator, { friendlyName: 'intent-9' })).rejects.toThrow(/socket hang up|ECONNRESET/);
    const [found] = await sdk(emulator).incomingPhoneNumbers.list({ friendlyName: 'intent-9' });
    expect(found?.phoneNumber).toBe('+14155550100');
  });

  it('never hits the control interface', async () => {
    const emulator = await emulatorForTest();
    emulator.setFaults({ dropShare: 1, dropConnections: 1 });
    expect((await control(emulator, 'state')).status).toBe(200);
    expect((await control(emulator, 'faults', { dropShare: 0, dropConnections: 0 })).status).toBe(200);
    expect((await call(emulator, balancePath)).status).toBe(200);
  });

  it.each([
    [{ rateLimitShare: 1.1 }],
    [{ serverErrorShare: -0.1 }],
    [{ dropShare: '0.5' }],
    [{ dropAfterCommitShare: true }],
    [{ seed: 0.5 }],
    [{ seed: 'x' }],
    [{ lateCommits: -1 }],
    [{ commitDelayMs: 1.5 }],
  ])('cannot be %j', async (patch) => {
    const emulator = await emulatorForTest();
    const before = emulator.state().faults;
    expectRefusal(await control(emulator, 'faults', { trial: true, ...patch }), 400, 20001);
    expect(emulator.state().faults).toEqual(before);
  });
});

describe('a purchase that is carried out late', () => {
  /** An emulator and what it logs: each call of `late` waits for one more purchase that was carried out late. */
  async function emulatorWithLog() {
    const late = Promise.withResolvers<string>();
    const log = (line: string): void => (line.includes('after the connection') ? late.resolve(line) : undefined);
    return { emulator: await emulatorForTest({ log }), late: late.promise };
  }

  it('is bought after its caller has lost the connection', async () => {
    const { emulator, late } = await emulatorWithLog();
    emulator.setFaults({ lateCommits: 1, commitDelayMs: 1 });
    await expect(buyUsNumber(emulator, { friendlyName: 'intent-3' })).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(await late).toMatch(/IncomingPhoneNumbers\.json 201 after the connection was dropped$/);
    expect(await sdk(emulator).incomingPhoneNumbers.list({ friendlyName: 'intent-3' })).toHaveLength(1);
    expect(emulator.state()).toMatchObject({ faults: { lateCommits: 0 }, balance: { amount: '498.85' } });
    expect(emulator.state().requests[1]).toMatchObject({ method: 'POST', status: 201, dropped: true });
    expect(await buyUsNumber(emulator)).toMatchObject({ status: 'in-use' });
  });

  it('may come too late for the number', async () => {
    const { emulator, late } = await emulatorWithLog();
    emulator.setFaults({ lateCommits: 1, commitDelayMs: 1, takenNumbers: ['+14155550100'] });
    await expect(buyUsNumber(emulator)).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(await late).toMatch(/ 400 after/);
    expect(emulator.state().numbers).toEqual([]);
  });

  it('is not there before its time, and closing does not wait for it', async () => {
    const emulator = await emulatorForTest();
    emulator.setFaults({ lateCommits: 1, commitDelayMs: 600_000 });
    await expect(buyUsNumber(emulator)).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(await sdk(emulator).incomingPhoneNumbers.list()).toEqual([]);
    expect(emulator.state().requests[1]).toMatchObject({ method: 'POST', status: null, dropped: true });
    await emulator.close();
    expect(emulator.state().numbers).toEqual([]);
  });
});
