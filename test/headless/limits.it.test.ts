import { describe, expect } from 'vitest';
import type { NamedToken } from '../../electron/contract/sharing.ts';
import type { Lease } from '../../electron/contract/state.ts';
import { expectRefusal, hostForTest, it } from './harness.ts';
import { guestOf } from './sharing.ts';

const wanted = { country: 'US', type: 'local' };

describe('a token with a spending limit', () => {
  it('is refused what would pass its spending limit, by name, however many ask at once', async ({ own, get, host }) => {
    const [ci, web] = [await guestOf(own, 'ci', { perDay: '2.50' }), await guestOf(own, 'web', { perMonth: '1.15' })];
    const answers = await Promise.all(Array.from({ length: 5 }, () => ci.call('POST', '/v1/leases', wanted)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 402, 402, 402]);
    const refused = answers.find(({ status }) => status === 402)!;
    expectRefusal(refused, 402, 'SPEND_LIMIT');
    expect((refused.body as { error: { message: string } }).error.message).toBe(
      'This number costs 1.15 USD, which would bring today’s spending of the token ci to 3.45 USD, more than its limit of 2.50 USD a day.',
    );
    // What one has spent is nothing to the others, but to the limit of the host.
    await web.lease();
    await own.lease();
    expectRefusal(await web.call('POST', '/v1/leases', wanted), 402, 'SPEND_LIMIT');
    const { tokens } = await get<{ tokens: NamedToken[] }>('/v1/tokens');
    const used = { today: { amount: '2.30' }, thisMonth: { amount: '2.30' } };
    expect(tokens.find(({ name }) => name === 'ci')).toMatchObject({ used });
    expect(host.app.state().spending.today.amount).toBe('4.60');
    await host.app.requests['settings.update']({ limitPerDay: '4.60' });
    const rich = await guestOf(own, 'rich', { perDay: '100' });
    const beyond = await rich.call('POST', '/v1/leases', wanted);
    expectRefusal(beyond, 402, 'SPEND_LIMIT');
    expect(JSON.stringify(beyond.body)).toContain('your limit of 4.60 USD a day');
  });

  it('may use what is kept, and has spent what it has spent after a restart, too', async ({ own }) => {
    const ci = await guestOf(own, 'ci', { perDay: '1.15' });
    const { id, number } = await ci.lease({ policy: 'keep' });
    await ci.call('DELETE', `/v1/leases/${id}`);
    await own.restart();
    expect(await ci.lease({ policy: 'keep' })).toMatchObject({ number, reused: true });
    expectRefusal(await ci.call('POST', '/v1/leases', wanted), 402, 'SPEND_LIMIT');
    await own.call('DELETE', '/v1/tokens/ci');
    const again = await guestOf(own, 'ci', { perDay: '1.15' });
    expectRefusal(await again.call('POST', '/v1/leases', { ...wanted, fresh: true }), 402, 'SPEND_LIMIT');
  });
});

it('a script is told of the longest lease that the environment sets, and of the end that it gets', async () => {
  const { call, lease } = await hostForTest({ variables: { OTP_DOCK_MAX_LEASE_SECONDS: '600' } });
  const tooLong = await call('POST', '/v1/leases', { country: 'US', ttlSeconds: 601 });
  expectRefusal(tooLong, 409, 'LEASE_LIMIT');
  expect(JSON.stringify(tooLong.body)).toContain('600 seconds');
  const { id } = await lease({ ttlSeconds: 300 });
  const { startedAt, expiresAt } = (await call('POST', `/v1/leases/${id}/extend`, { seconds: 3_600 })).body as Lease;
  expect(Date.parse(expiresAt ?? '') - Date.parse(startedAt)).toBe(600_000);
  expectRefusal(await call('POST', `/v1/leases/${id}/pin`, { pinned: true }), 409, 'LEASE_LIMIT');
});
