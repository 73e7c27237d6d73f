import { describe, expect, it } from 'vitest';
import type { Lease, LedgerPage } from '../../electron/contract/state.ts';
import { numberOfOwner } from '../headless/harness.ts';
import { hostWithAccount, type Served } from './harness.ts';

async function take({ cli }: Served, ...args: string[]): Promise<Lease> {
  const { stdout, stderr } = await cli(['lease', '--country', 'US', '--type', 'local', '--json', ...args]);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Lease;
}

describe('from the command line', () => {
  it('a number is taken to one’s wishes, kept, and used again', async () => {
    const host = await hostWithAccount();
    const first = await take(host, '--area-code', '415', '--policy', 'keep', '--service', 'Lumora');
    expect(first).toMatchObject({ number: expect.stringMatching(/^\+1415/), policy: 'keep', service: 'Lumora' });
    expect(await host.cli(['release', first.number ?? ''])).toMatchObject({
      status: 0,
      stdout: `The lease of ${first.number} has ended; the number is kept (policy keep).\n`,
    });
    expect(await take(host, '--fresh', '--service', 'Kettlebank')).toMatchObject({
      number: first.number,
      reused: true,
    });
    const anew = await take(host, '--fresh', '--contains', '212', '--locality', 'New York', '--capabilities', 'mms');
    expect(anew).toMatchObject({ number: expect.stringContaining('212'), reused: false });
  });

  it('every lease is ended at once', async () => {
    const host = await hostWithAccount();
    expect(await host.cli(['release', '--all'])).toMatchObject({ status: 0, stdout: 'No number is leased.\n' });
    const [one, two] = [await take(host), await take(host, '--policy', 'renewal')];
    const { status, stdout } = await host.cli(['release', '--all']);
    expect(status).toBe(0);
    expect(stdout.trimEnd().split('\n').sort()).toEqual([
      `${one.number} is being given back.`,
      `The lease of ${two.number} has ended; the number is kept (policy renewal).`,
    ]);
    expect(JSON.parse((await host.cli(['release', '--all', '--json'])).stdout)).toEqual({ leases: [] });
  });

  it('a number that nobody leases goes back to Twilio, and one that is not ours does not', async () => {
    const host = await hostWithAccount();
    const { emulator, cli } = host;
    const { id, number } = await take(host, '--policy', 'keep');
    await cli(['release', id]);
    expect(await cli(['release', number ?? ''])).toMatchObject({ stdout: `${number} is being given back.\n` });
    const stray = await numberOfOwner(emulator, { FriendlyName: 'otp-dock 1f0c-77 zzzzzzzz' });
    const given = await cli(['release', stray.sid, '--json']);
    expect(JSON.parse(given.stdout)).toEqual({ sid: stray.sid, state: 'releasing' });
    await expect.poll(() => emulator.state().numbers).toEqual([]);
    const foreign = await numberOfOwner(emulator);
    expect(await cli(['release', foreign.number])).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('❌ This number was not bought by OTP Dock.'),
    });
  });

  it('the numbers are listed with what they cost together', async () => {
    const host = await hostWithAccount();
    const { id, number } = await take(host, '--policy', 'renewal', '--label', 'staging');
    await host.cli(['release', id]);
    await take(host, '--fresh', '--policy', 'release');
    await numberOfOwner(host.emulator);
    const { stdout } = await host.cli(['numbers']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(
      new RegExp(
        `^\\${number}  idle {5}renewal  staging  next bill \\d{4}-\\d\\d-\\d\\d  goes back \\d{4}-\\d\\d-\\d\\d 18:00 UTC  1\\.15 USD$`,
      ),
    );
    expect(lines[2]).toMatch(/^\+14155550120 {2}foreign {11}hotline {2}next bill/);
    expect(lines[3]).toBe('3 numbers: 3.45 USD a month');
  });

  it('the money is told', async () => {
    const host = await hostWithAccount();
    const before = (await host.cli(['money'])).stdout;
    expect(before).toMatch(/^Spent today {7}0\.00 USD, no limit a day$/m);
    expect(before).toMatch(/^Next bill {9}none: no number is kept$/m);
    await take(host, '--policy', 'keep');
    const { stdout, status } = await host.cli(['money']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Spent this month {2}1\.15 USD, no limit a month$/m);
    expect(stdout).toMatch(/^Kept numbers {6}1\.15 USD a month$/m);
    expect(stdout).toMatch(/^Next bill {9}1\.15 USD on \d{4}-\d\d-\d\d for 1 number$/m);
    expect(stdout).toMatch(/^Twilio says {7}1\.15 USD this month, 1\.15 USD for numbers$/m);
    expect(stdout).toMatch(/^Balance {11}498\.85 USD$/m);
    expect(JSON.parse((await host.cli(['money', '--json'])).stdout)).toMatchObject({ today: { amount: '1.15' } });
  });

  it('the ledger is told as text, CSV or JSON', async () => {
    const host = await hostWithAccount();
    const { cli } = host;
    expect((await cli(['ledger'])).stdout).toBe('The ledger is empty.\n');
    const { id, number } = await take(host, '--label', 'check\u001B[31mout', '--policy', 'keep');
    await cli(['release', id]);
    const text = (await cli(['ledger'])).stdout;
    expect(text.split('\n').map((line) => line.split(/ {2,}/)[1])).toEqual([
      'purchase',
      'leaseStarted',
      'leaseEnded',
      undefined,
    ]);
    expect(text).toMatch(new RegExp(`Z  purchase      \\${number}  check \\[31mout  1\\.15 USD$`, 'm'));
    expect((await cli(['ledger', '--limit', '1'])).stdout).toMatch(/^\S+Z {2}leaseEnded[^\n]*\n$/);
    const csv = (await cli(['ledger', '--csv'])).stdout.split('\r\n');
    expect(csv[0]).toBe('id,at,kind,number,numberSid,country,leaseId,label,amount,currency,note,holder');
    expect(csv.slice(1, 4).map((line) => line.split(',')[2])).toEqual(['leaseEnded', 'leaseStarted', 'purchase']);
    expect((await cli(['ledger', '--csv', '--limit', '2'])).stdout.split('\r\n')).toHaveLength(4);
    const json = JSON.parse((await cli(['ledger', '--json', '--limit', '2'])).stdout) as LedgerPage;
    expect(json).toMatchObject({ entries: [{ kind: 'leaseEnded' }, { kind: 'leaseStarted' }] });
    expect(json.next).not.toBeNull();
  });
});
