import { expect } from 'vitest';
import { cli as callCli, expectFailed, it, type Served } from './harness.ts';

/** A command of a pipeline, which knows an address and a token alone. */
function asPipeline({ ready }: Served, token: string) {
  return (args: string[]) => callCli(args, { variables: { OTP_DOCK_URL: ready.api, OTP_DOCK_TOKEN: token } });
}

it('a token is made, used by a pipeline, listed without it, and removed', async ({ served, cli, json }) => {
  expect((await cli(['tokens', 'list'])).stdout).toBe('There are no tokens with names.\n');
  const added = await cli(['tokens', 'add', 'web-ci', '--leases', '2', '--per-day', '5.00']);
  expect(added).toMatchObject({ status: 0, stdout: expect.stringMatching(/^[\w-]{43}\n$/) });
  const token = added.stdout.trim();
  expect(await json('tokens', 'add', 'other')).toMatchObject({
    name: 'other',
    token: expect.stringMatching(/^[\w-]{43}$/),
    limits: { leases: null, perDay: null, perMonth: null },
  });

  const pipeline = asPipeline(served, token);
  const taken = await pipeline(['lease', '--country', 'US', '--ttl', '600', '--json']);
  expect(JSON.parse(taken.stdout)).toMatchObject({ holder: 'web-ci', state: 'active' });
  expectFailed(await pipeline(['tokens', 'list']), '❌ A token with a name may not do this');
  const listed = await cli(['tokens', 'list']);
  expect(listed.stdout).toMatch(
    /^web-ci {2}1 of 2 leases {2}today 1\.15 of 5\.00 USD {2}this month 1\.15 USD {2}since \d{4}-\d\d-\d\d\nother {3}0 leases {7}today 0\.00 USD/,
  );
  expect(listed.stdout).not.toContain(token);
  expect(await json('tokens', 'list')).toMatchObject({
    tokens: [{ name: 'web-ci', used: { leases: 1 } }, { name: 'other' }],
  });

  expect((await cli(['tokens', 'remove', 'web-ci'])).stdout).toBe(
    'The token web-ci is refused from now on, and its lease ends by its policy.\n',
  );
  expectFailed(await pipeline(['lease']), '❌ The token is missing or not right.');
  expectFailed(await cli(['tokens', 'remove', 'web-ci']), '❌');
});

it('a pipeline waits for a number, and gets it when one is free', async ({ served, cli }) => {
  const pipeline = asPipeline(served, (await cli(['tokens', 'add', 'ci', '--leases', '1'])).stdout.trim());
  const lease = (...more: string[]) =>
    pipeline(['lease', '--country', 'US', '--type', 'local', '--ttl', '600', ...more]);
  const number = (await lease()).stdout.trim();
  expectFailed(await lease(), '❌ The token ci may have one number at a time and already has it.');
  expectFailed(await lease('--wait', '0.2'), '❌ No number became free within');
  const [waited] = await Promise.all([lease('--wait', '60'), pipeline(['release', number])]);
  expect(waited).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\+1\d{10}\n$/) });
});
