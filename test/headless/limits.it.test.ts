import { describe, expect, it } from 'vitest';
import type { NamedToken } from '../../electron/contract/sharing.ts';
import { expectRefusal, hostForTest, type TestHost } from './harness.ts';
import { guestOf } from './sharing.ts';

const wanted = { country: 'US', type: 'local' };

async function usedBy({ call }: TestHost, wantedName: string): Promise<NamedToken['used'] | undefined> {
  const { tokens } = (await call('GET', '/v1/tokens')).body as { tokens: NamedToken[] };
  return tokens.find(({ name }) => name === wantedName)?.used;
}

describe('a token with a spending limit', () => {
  it('is refused what would pass its spending limit, by name, however many ask at once', async () => {
    const test = await hostForTest();
    const [ci, web] = [await guestOf(test, 'ci', { perDay: '2.50' }), await guestOf(test, 'web', { perMonth: '1.15' })];
    const answers = await Promise.all(Array.from({ length: 5 }, () => ci.call('POST', '/v1/leases', wanted)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 402, 402, 402]);
    const refused = answers.find(({ status }) => status === 402)!;
    expectRefusal(refused, 402, 'SPEND_LIMIT');
    expect((refused.body as { error: { message: string } }).error.message).toBe(
      'This number costs 1.15 USD; with it, 3.45 USD would be spent today by the token ci, more than its limit of 2.50 USD a day.',
    );
    // What one has spent is nothing to the others.
    await web.lease();
    await test.lease();
    expectRefusal(await web.call('POST', '/v1/leases', wanted), 402, 'SPEND_LIMIT');
    expect(await usedBy(test, 'ci')).toMatchObject({ today: { amount: '2.30' }, thisMonth: { amount: '2.30' } });
    expect(test.host.app.state().spending.today.amount).toBe('4.60');
  });

  it('may use what is kept, and has spent what it has spent after a restart, too', async () => {
    const test = await hostForTest();
    const ci = await guestOf(test, 'ci', { perDay: '1.15' });
    const { id, number } = await ci.lease({ policy: 'keep' });
    await ci.call('DELETE', `/v1/leases/${id}`);
    await test.restart();
    expect(await ci.lease({ policy: 'keep' })).toMatchObject({ number, reused: true });
    expectRefusal(await ci.call('POST', '/v1/leases', wanted), 402, 'SPEND_LIMIT');
    await test.call('DELETE', '/v1/tokens/ci');
    const again = await guestOf(test, 'ci', { perDay: '1.15' });
    expectRefusal(await again.call('POST', '/v1/leases', { ...wanted, fresh: true }), 402, 'SPEND_LIMIT');
  });

  it('is limited by the host as well', async () => {
    const test = await hostForTest();
    await test.host.app.updateSettings({ limitPerDay: '1.15' });
    const ci = await guestOf(test, 'ci', { perDay: '100' });
    await ci.lease();
    const refused = await ci.call('POST', '/v1/leases', wanted);
    expectRefusal(refused, 402, 'SPEND_LIMIT');
    expect(JSON.stringify(refused.body)).toContain('your limit of 1.15 USD a day');
  });
});
