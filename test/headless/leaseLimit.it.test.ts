import { expect, it } from 'vitest';
import type { Lease } from '../../electron/contract/state.ts';
import { expectRefusal, hostForTest } from './harness.ts';

function secondsFromStart({ startedAt, expiresAt }: Lease): number {
  return (Date.parse(expiresAt ?? '') - Date.parse(startedAt)) / 1000;
}

it('a script is told of the limit that the environment sets, and of the end that it gets', async () => {
  const test = await hostForTest({ variables: { OTP_DOCK_MAX_LEASE_SECONDS: '600' } });
  const tooLong = await test.call('POST', '/v1/leases', { country: 'US', ttlSeconds: 601 });
  expectRefusal(tooLong, 409, 'LEASE_LIMIT');
  expect(JSON.stringify(tooLong.body)).toContain('600 seconds');
  expect(test.emulator.state().numbers).toEqual([]);
  const { id } = await test.lease({ ttlSeconds: 300 });
  const extended = await test.call('POST', `/v1/leases/${id}/extend`, { seconds: 3_600 });
  expect(extended.status).toBe(200);
  expect(secondsFromStart(extended.body as Lease)).toBe(600);
  expectRefusal(await test.call('POST', `/v1/leases/${id}/extend`, { seconds: 1 }), 409, 'LEASE_LIMIT');
  expectRefusal(await test.call('POST', `/v1/leases/${id}/pin`, { pinned: true }), 409, 'LEASE_LIMIT');
});
