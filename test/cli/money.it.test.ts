import { describe, expect } from 'vitest';
import type { Lease, LedgerPage } from '../../electron/contract/state.ts';
import { numberOfOwner } from '../headless/harness.ts';
import { expectFailed, it as base } from './harness.ts';

/** Each test may take numbers of the United States, the emulator's cheapest. */
const it = base.extend(
  'take',
  ({ json }) =>
    (...args: string[]) =>
      json<Lease>('lease', '--country', 'US', '--type', 'local', ...args),
);

describe('from the command line', () => {
  it('a number is taken to one’s wishes, kept, and used again', async ({ cli, take }) => {
    const { number } = await take('--area-code', '415', '--policy', 'keep', '--service', 'Lumora');
    expect(number).toMatch(/^\+1415/);
    expect(await cli(['release', number ?? ''])).toMatchObject({
      status: 0,
      stdout: `The lease of ${number} has ended; the number is kept (policy keep).\n`,
    });
    expect(await take('--fresh', '--service', 'Kettlebank')).toMatchObject({ number, reused: true });
    const anew = await take('--fresh', '--contains', '212', '--locality', 'New York', '--capabilities', 'mms');
    expect(anew).toMatchObject({ number: expect.stringContaining('212'), reused: false });
  });

  it('every lease is ended at once', async ({ cli, json, take }) => {
    expect(await cli(['release', '--all'])).toMatchObject({ status: 0, stdout: 'No number is leased.\n' });
    const [one, two] = [await take(), await take('--policy', 'renewal')];
    const { status, stdout } = await cli(['release', '--all']);
    expect(status).toBe(0);
    expect(stdout.trimEnd().split('\n').sort()).toEqual([
      `${one.number} is being given back.`,
      `The lease of ${two.number} has ended; the number is kept (policy renewal).`,
    ]);
    expect(await json('release', '--all')).toEqual({ leases: [] });
  });

  it('a number that nobody leases goes back, and one that is not ours does not', async ({
    emulator,
    cli,
    json,
    take,
  }) => {
    const { id, number } = await take('--policy', 'keep');
    await cli(['release', id]);
    expect(await cli(['release', number ?? ''])).toMatchObject({ stdout: `${number} is being given back.\n` });
    const stray = await numberOfOwner(emulator, { FriendlyName: 'otp-dock 1f0c-77 zzzzzzzz' });
    expect(await json('release', stray.sid)).toEqual({ sid: stray.sid, state: 'releasing' });
    await expect.poll(() => emulator.state().numbers).toEqual([]);
    const foreign = await numberOfOwner(emulator);
    expectFailed(await cli(['release', foreign.number]), '❌ This number was not bought by OTP Dock.');
  });

  it('the numbers are listed with what they cost together', async ({ emulator, cli, take }) => {
    const { id, number } = await take('--policy', 'renewal', '--label', 'staging');
    await cli(['release', id]);
    await take('--fresh', '--policy', 'release');
    await numberOfOwner(emulator);
    const lines = (await cli(['numbers'])).stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(
      new RegExp(
        `^\\${number}  idle {5}renewal  staging  next bill \\d{4}-\\d\\d-\\d\\d  goes back \\d{4}-\\d\\d-\\d\\d 18:00 UTC  1\\.15 USD$`,
      ),
    );
    expect(lines[2]).toMatch(/^\+14155550120 {2}foreign {11}hotline {2}next bill/);
    expect(lines[3]).toBe('3 numbers: 3.45 USD a month');
  });

  it('the money is told', async ({ cli, json, take }) => {
    const before = (await cli(['money'])).stdout;
    expect(before).toMatch(/^Spent today {7}0\.00 USD, no limit a day$/m);
    expect(before).toMatch(/^Next bill {9}none: no number is kept$/m);
    await take('--policy', 'keep');
    const { stdout } = await cli(['money']);
    for (const line of [
      /^Spent this month {2}1\.15 USD, no limit a month$/m,
      /^Kept numbers {6}1\.15 USD a month$/m,
      /^Next bill {9}1\.15 USD on \d{4}-\d\d-\d\d for 1 number$/m,
      /^Twilio says {7}1\.15 USD this month, 1\.15 USD for numbers$/m,
      /^Balance {11}498\.85 USD$/m,
    ])
      expect(stdout).toMatch(line);
    expect(await json('money')).toMatchObject({ today: { amount: '1.15' } });
  });

  it('the ledger is told as text, CSV or JSON', async ({ cli, json, take }) => {
    expect((await cli(['ledger'])).stdout).toBe('The ledger is empty.\n');
    const { id, number } = await take('--label', 'check\u001B[31mout', '--policy', 'keep');
    await cli(['release', id]);
    const text = (await cli(['ledger'])).stdout;
    const kinds = text.split('\n').map((line) => line.split(/ {2,}/)[1]);
    expect(kinds).toEqual(['purchase', 'leaseStarted', 'leaseEnded', undefined]);
    expect(text).toMatch(new RegExp(`Z  purchase      \\${number}  check \\[31mout  1\\.15 USD$`, 'm'));
    expect((await cli(['ledger', '--limit', '1'])).stdout).toMatch(/^\S+Z {2}leaseEnded[^\n]*\n$/);
    const csv = (await cli(['ledger', '--csv'])).stdout.split('\r\n');
    expect(csv[0]).toBe('id,at,kind,number,numberSid,country,leaseId,label,amount,currency,note,holder');
    expect(csv.slice(1, 4).map((line) => line.split(',')[2])).toEqual(['leaseEnded', 'leaseStarted', 'purchase']);
    expect((await cli(['ledger', '--csv', '--limit', '2'])).stdout.split('\r\n')).toHaveLength(4);
    expect(await json<LedgerPage>('ledger', '--limit', '2')).toMatchObject({
      entries: [{ kind: 'leaseEnded' }, { kind: 'leaseStarted' }],
      next: expect.any(Number),
    });
  });
});
