import { expect, it } from 'vitest';
import { pastLeases, recentLeases } from '../../../electron/adapters/history/leases.ts';
import { account, active, ended, historyForTest, leaseOf, numberOf, planOf } from './harness.ts';

it('the leases that are read back stay the same few among thousands, found by index', async () => {
  const { file, history, reopen } = historyForTest();
  const leases = Array.from({ length: 5_000 }, (_, i) =>
    leaseOf({ id: `lease-${i}`, requestId: `request-${i}`, startedAt: i, life: i % 1_000 === 0 ? active : ended }),
  );
  const numbers = Array.from({ length: 500 }, (_, i) => numberOf({ id: `number-${i}`, leaseId: `lease-${i + 1}` }));
  await history.commit(account, { leases, numbers });
  const again = await reopen();
  expect(await again.leases(account)).toHaveLength(5 + 500 + 100);
  expect(await again.numbers(account)).toHaveLength(500);
  await again.close();
  for (const query of [recentLeases, pastLeases]) {
    expect(planOf(file, query).filter((step) => /^SCAN \w/.test(step))).toEqual([]);
  }
});
