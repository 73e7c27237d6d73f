import { expect, it } from 'vitest';
import { changeQueries } from '../../../electron/adapters/history/changes.ts';
import { account, historyForTest, planOf } from './harness.ts';

it('what was written last is found by index, however much there is, and nothing has to be sorted', async () => {
  const { file, history } = historyForTest();
  await history.close();
  for (const [table, query] of Object.entries(changeQueries)) {
    const [first = '', ...others] = planOf(file, query, [account, 1, 10]);
    expect(first).toContain(`${table}_by_revision (account=? AND revision>?)`);
    for (const step of others) expect(step).toMatch(/^SEARCH leases USING PRIMARY KEY/);
  }
});
