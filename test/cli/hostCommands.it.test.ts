import { describe, expect } from 'vitest';
import type { Lease } from '../../electron/contract/state.ts';
import { expectFailed, it } from './harness.ts';

describe('from the command line, with a host running', () => {
  it('a tester takes a number, waits for the code, and gives the number back', async ({ emulator, cli }) => {
    const wish = 'lease --country US --type local --ttl 600 --label sign-up --policy release';
    const taken = await cli(wish.split(' '));
    expect(taken).toMatchObject({ status: 0, stderr: '' });
    const number = taken.stdout.trim();
    expect(emulator.state().numbers.map(({ phoneNumber }) => phoneNumber)).toEqual([number]);

    expectFailed(await cli(['wait', number, '--timeout', '0']), '❌ No code came within 0 seconds.');
    await emulator.sendSms({ to: number, body: 'Your code is 482913' });
    expect(await cli(['wait', number])).toEqual({ status: 0, stdout: '482913\n', stderr: '' });

    expect((await cli(['numbers'])).stdout).toMatch(
      new RegExp(
        `^\\${number}  active  release  sign-up  next bill \\d{4}-\\d\\d-\\d\\d  1\\.15 USD\n1 number: 1\\.15 USD a month\n$`,
      ),
    );
    expect(await cli(['pin', number])).toMatchObject({
      status: 0,
      stdout: `${number} is pinned: it stays, and is billed each month, until it is unpinned or released.\n`,
    });
    expect((await cli(['numbers'])).stdout).toContain(`${number}  pinned  release`);
    expect((await cli(['unpin', number])).stdout).toMatch(/ runs out at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\.\n$/);
    expect(await cli(['release', number])).toMatchObject({ status: 0, stdout: `${number} is being given back.\n` });
    expect((await cli(['wait', number, '--timeout', '0'])).stdout).toBe('482913\n');
  });

  it('every command answers JSON where that is asked for', async ({ emulator, cli, json }) => {
    const lease = await json<Lease>('lease', '--country', 'US', '--label', 'x');
    const { id, number } = lease;
    expect(lease).toMatchObject({ state: 'active', label: 'x' });
    await emulator.sendSms({ to: number ?? '', body: 'Your code is 482913' });
    expect(await json('wait', id)).toMatchObject({ code: '482913', message: { leaseId: id } });
    expect(await json('messages')).toMatchObject({ code: '482913', leaseId: id });
    expect(await json('numbers')).toMatchObject({ numbers: [{ number }] });
    expect(await json('release', id)).toMatchObject({ id });
    const refused = await cli(['lease', '--country', 'GB', '--json']);
    expectFailed(refused, 'REGULATORY_BUNDLE_REQUIRED');
    expect(JSON.parse(refused.stderr)).toMatchObject({ error: { twilio: { code: 21649 } } });
  });

  it('an unknown number is told as such', async ({ cli }) => {
    for (const [command, message] of [
      ['wait', '❌ There is no lease for +14155550199.'],
      ['pin', '❌ There is no lease for +14155550199.'],
      ['release', '❌ There is no lease and no number +14155550199.'],
    ] as const)
      expectFailed(await cli([command, '+14155550199']), message);
    expect((await cli(['numbers'])).stdout).toBe('The account has no numbers.\n');
  });

  it('the messages are listed oldest first, as text or as CSV without formulas', async ({ emulator, cli, json }) => {
    const to = (await cli(['lease', '--country', 'US'])).stdout.trim();
    const formula = '=HYPERLINK("http://evil.example","Your code is 111111")';
    await emulator.sendSms({ to, body: formula, from: '+12125550119' });
    await emulator.sendSms({ to, body: 'Your code\r\nis 222222 \u001B[31m!', from: 'Kettlebank' });
    await emulator.sendSms({ to, body: 'look', numMedia: 2 });
    const text = (await cli(['messages'])).stdout.trimEnd().split('\n');
    expect(text).toHaveLength(3);
    expect(text[2]).toContain('[no code]  (image/jpeg) (image/jpeg) look');
    expect(text[1]).toContain(`Kettlebank → ${to}  [222222]  Your code is 222222 [31m!`);
    expect(text.join('')).not.toContain('\u001B');
    const csv = (await cli(['messages', '--csv'])).stdout;
    const [head, first] = csv.split('\n');
    expect(head).toBe('receivedAt,from,to,code,service,body,sid,leaseId,sentBy,media');
    expect(first).toContain(`,+12125550119,${to},`);
    expect(first).toContain(`"'=HYPERLINK(""http://evil.example"",""Your code is 111111"")"`);
    expect(csv).toContain('"Your code\r\nis ');
    expect(csv.trimEnd()).toMatch(/,,image\/jpeg image\/jpeg$/);
    expect(await json('messages', '--csv', '--limit', '1')).toMatchObject({ body: 'look' });
  });

  it('the messages can be searched and filtered, but not while they are followed', async ({ emulator, cli }) => {
    const to = (await cli(['lease', '--country', 'US'])).stdout.trim();
    await emulator.sendSms({ to, body: 'Your Lumora code is 111111' });
    await emulator.sendSms({ to, body: 'Lumora says hello' });
    for (const [options, bodies] of [
      [
        ['--search', 'lumora', '--to', to],
        ['Your Lumora code is 111111', 'Lumora says hello'],
      ],
      [['--search', 'lumora', '--code'], ['Your Lumora code is 111111']],
      [['--no-code', '--lease'], ['Lumora says hello']],
      [['--no-lease'], []],
      [['--number', '+14155550199'], []],
    ] as const) {
      const lines = (await cli(['messages', '--json', ...options])).stdout.split('\n').slice(0, -1);
      expect(lines.map((line) => (JSON.parse(line) as { body: string }).body)).toEqual(bodies);
    }
    expect(await cli(['messages', '--follow', '--code'])).toMatchObject({ status: 2 });
  });

  it('all messages, or those to a number, are deleted when somebody has agreed to it', async ({
    emulator,
    cli,
    served: { start },
  }) => {
    const [one = '', two = ''] = await Promise.all(
      [1, 2].map(async () => (await cli(['lease', '--country', 'US'])).stdout.trim()),
    );
    for (const to of [one, one, two]) await emulator.sendSms({ to, body: 'Your code is 111111' });
    expect(await cli(['messages', '--clear'])).toMatchObject({ status: 2, stderr: expect.stringContaining('--yes') });
    expect(await cli(['messages', '--clear', '--search', 'x'])).toMatchObject({ status: 2 });
    const asked = start(['messages', '--clear']);
    for (const side of [asked.process.stdin, asked.process.stdout]) Object.assign(side, { isTTY: true });
    asked.process.stdin.write('n\n');
    expect((await asked.ended).stdout).toMatch(/Delete 3 messages for good\? \(y\/N\).*\nNothing was deleted\.\n$/s);
    expect(await cli(['messages', '--clear', '--yes', '--to', one])).toMatchObject({ stdout: '2 messages deleted.\n' });
    expect(await cli(['messages', '--clear', '--yes', '--json'])).toMatchObject({ stdout: '{"deleted":1}\n' });
  });

  it('the messages are followed, each once, until Ctrl+C or until the host ends', async ({
    emulator,
    cli,
    served: { start, end },
  }) => {
    const to = (await cli(['lease', '--country', 'US', '--ttl', '600'])).stdout.trim();
    await emulator.sendSms({ to, body: 'Your code is 111111' });
    const [one, two] = [start(['messages', '--follow', '--json']), start(['messages', '--follow', '--json'])];
    const [followed, others] = [one.process.stdout, two.process.stdout];
    await Promise.all([followed.line(0), others.line(0)]);
    await emulator.sendSms({ to, body: 'Your code is 222222' });
    await Promise.all([followed.line(1), others.line(1)]);
    expect(followed.lines.map((line) => (JSON.parse(line) as { code: string }).code)).toEqual(['111111', '222222']);
    expect(others.lines).toEqual(followed.lines);
    one.process.emit('SIGINT');
    expect((await one.ended).status).toBe(0);
    expect(await end()).toBe(0);
    expect(await two.ended).toMatchObject({ status: 1, stderr: expect.stringContaining('The host has ended.') });
  });
});
