import { expect, it } from 'vitest';
import { cli as callCli, hostWithAccount, type Served } from './harness.ts';

/** A command of a pipeline, which knows an address and a token alone. */
function asPipeline({ ready }: Served, token: string) {
  return (args: string[]) => callCli(args, { variables: { OTP_DOCK_URL: ready.api, OTP_DOCK_TOKEN: token } });
}

it('a token is made, used by another user’s pipeline, listed without it, and removed', async () => {
  const served = await hostWithAccount();
  const { cli } = served;
  expect((await cli(['tokens', 'list'])).stdout).toBe('There are no tokens with names.\n');
  const added = await cli(['tokens', 'add', 'web-ci', '--leases', '2', '--per-day', '5.00']);
  expect(added).toMatchObject({ status: 0, stdout: expect.stringMatching(/^[\w-]{43}\n$/) });
  const token = added.stdout.trim();
  expect(JSON.parse((await cli(['tokens', 'add', 'other', '--json'])).stdout)).toMatchObject({
    name: 'other',
    token: expect.stringMatching(/^[\w-]{43}$/),
    limits: { leases: null, perDay: null, perMonth: null },
  });

  const pipeline = asPipeline(served, token);
  const taken = await pipeline(['lease', '--country', 'US', '--ttl', '600', '--json']);
  expect(JSON.parse(taken.stdout)).toMatchObject({ holder: 'web-ci', state: 'active' });
  expect(await pipeline(['tokens', 'list'])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('❌ A token with a name may not do this'),
  });
  const listed = await cli(['tokens', 'list']);
  expect(listed.stdout).toMatch(
    /^web-ci {2}1 of 2 leases {2}today 1\.15 of 5\.00 USD {2}this month 1\.15 USD {2}since \d{4}-\d\d-\d\d\nother {3}0 leases {7}today 0\.00 USD/,
  );
  expect(listed.stdout).not.toContain(token);
  expect(JSON.parse((await cli(['tokens', 'list', '--json'])).stdout)).toMatchObject({
    tokens: [{ name: 'web-ci', used: { leases: 1 } }, { name: 'other' }],
  });

  expect((await cli(['tokens', 'remove', 'web-ci'])).stdout).toBe(
    'The token web-ci is refused from now on, and its lease ends by its policy.\n',
  );
  expect(await pipeline(['lease'])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('❌ The token is missing or not right.'),
  });
  expect(await cli(['tokens', 'remove', 'web-ci'])).toMatchObject({ status: 1, stdout: '' });
});

it('a pipeline waits for a number, and gets it when one is free', async () => {
  const served = await hostWithAccount();
  const token = (await served.cli(['tokens', 'add', 'ci', '--leases', '1'])).stdout.trim();
  const pipeline = asPipeline(served, token);
  const us = ['--country', 'US', '--type', 'local', '--ttl', '600'];
  const number = (await pipeline(['lease', ...us])).stdout.trim();
  expect(await pipeline(['lease', ...us])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('❌ The token ci may have one number at once, and has it.'),
  });
  expect(await pipeline(['lease', ...us, '--wait', '0.2'])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('❌ No number became free within'),
  });
  const [waited] = await Promise.all([pipeline(['lease', ...us, '--wait', '60']), pipeline(['release', number])]);
  expect(waited).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\+1\d{10}\n$/) });
});

it('a token is made of a proper name and of limits alone, and sent to this machine alone', async () => {
  for (const args of [
    ['add', ''],
    ['add', '../x'],
    ['add', 'ci', '--leases', '0'],
    ['add', 'ci', '--per-day', 'much'],
    ['add'],
    ['remove'],
  ])
    expect(await callCli(['tokens', ...args]), args.join(' ')).toMatchObject({ status: 2, stdout: '' });
  const variables = { OTP_DOCK_URL: 'http://example.com', OTP_DOCK_TOKEN: 'x'.repeat(43) };
  expect(await callCli(['numbers'], { variables })).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('OTP_DOCK_URL is not the address of a host on this machine'),
  });
});
