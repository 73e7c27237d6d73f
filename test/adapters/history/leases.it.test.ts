import { describe, expect, it } from 'vitest';
import {
  account,
  active,
  historyForTest,
  historyInMemory,
  leaseOf,
  messageOf,
  otherAccount,
  released,
  sidOf,
} from './harness.ts';

describe('a lease', () => {
  it('is the same after a restart, with its newest code', async () => {
    const { history, reopen } = historyForTest();
    await history.saveLease(leaseOf());
    await history.addMessage(account, messageOf({ leaseId: 'lease-1' }));
    expect(await (await reopen()).leases(account)).toEqual([
      {
        record: leaseOf(),
        latestCode: { code: '123456', messageSid: sidOf(1), receivedAt: '2026-03-01T12:00:00.000Z' },
      },
    ]);
  });

  it('is kept as it was last saved', async () => {
    const { history, reopen } = historyForTest();
    await history.saveLease(leaseOf({ life: { state: 'buying', endWanted: false } }));
    await history.saveLease(leaseOf());
    expect((await (await reopen()).leases(account)).map(({ record }) => record)).toEqual([leaseOf()]);
  });

  it('is found by the request that asked for it, the newest one when there are several', async () => {
    const history = historyInMemory();
    await history.saveLease(
      leaseOf({
        id: 'failed',
        startedAt: 1,
        life: {
          state: 'failed',
          failedAt: 2,
          failure: { code: 'INTERNAL', message: '', hint: '', retryable: true, twilio: null },
        },
      }),
    );
    await history.saveLease(leaseOf({ id: 'again', startedAt: 2 }));
    expect(await history.leaseByRequest(account, 'request-1')).toMatchObject({ id: 'again' });
    expect(await history.leaseByRequest(account, 'request-2')).toBeNull();
    expect(await history.leaseByRequest(otherAccount, 'request-1')).toBeNull();
  });

  it('is read back as long as it is not over, beside the newest hundred that are', async () => {
    const history = historyInMemory();
    for (let i = 0; i < 130; i += 1)
      await history.saveLease(leaseOf({ id: `released-${i}`, startedAt: 1_000 + i, life: released }));
    for (let i = 0; i < 130; i += 1)
      await history.saveLease(leaseOf({ id: `active-${i}`, startedAt: i, life: active }));
    const ids = (await history.leases(account)).map(({ record }) => record.id);
    expect(ids.filter((id) => id.startsWith('active'))).toHaveLength(130);
    expect(ids.filter((id) => id.startsWith('released')).sort()).toEqual(
      Array.from({ length: 100 }, (_, i) => `released-${i + 30}`).sort(),
    );
  });

  it('is seen in its own account alone, and goes with it', async () => {
    const history = historyInMemory();
    await history.saveLease(leaseOf());
    await history.saveLease(leaseOf({ id: 'other', account: otherAccount }));
    await history.forgetAccount(account);
    expect(await history.leases(account)).toEqual([]);
    expect((await history.leases(otherAccount)).map(({ record }) => record.id)).toEqual(['other']);
  });
});
