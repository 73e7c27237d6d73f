import { describe, expect, it } from 'vitest';
import { searchFor } from '../../../electron/adapters/history/messages.ts';
import { account, historyForTest, planOf } from './harness.ts';

describe('one message of a lease or to a number', () => {
  it.each([
    ['messages_by_lease', { lease: 'lease-1' }],
    ['messages_by_recipient', { number: '+14155550100' }],
    ['messages_by_recipient', { number: '+14155550100', holder: 'ci' }],
  ])('is found by the index %s alone', async (index, of) => {
    const { file, history } = historyForTest();
    await history.close();
    for (const order of ['newest', 'oldest'] as const)
      for (const withCode of [true, false]) {
        const { sql, values } = searchFor({ account, ...of, order, withCode }, 0n);
        const plan = planOf(file, sql, values);
        expect(plan[0]).toMatch(new RegExp(`^SEARCH messages USING INDEX ${index} .*rowid>`));
        expect(plan.join(' | ')).not.toMatch(/TEMP B-TREE|SCAN/);
      }
  });
});
