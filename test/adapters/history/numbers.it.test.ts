import { describe, expect, it } from 'vitest';
import { account, execIn, failure, historyForTest, holding, numberOf } from './harness.ts';

describe('a number', () => {
  it('that another version wrote is read, also where fields were added or a failure has a code of its own', async () => {
    const { file, history } = historyForTest();
    const life = { state: 'releasing', holding, attempts: 1, problem: failure } as const;
    await history.commit(account, { numbers: [numberOf({ life })] });
    await history.close();
    execIn(
      file,
      `UPDATE numbers SET record = json_remove(record, '$.life.holding.diverted', '$.life.holding.holdUntil');
       UPDATE numbers SET record = json_set(record, '$.life.problem.code', 'OF_A_LATER_VERSION')`,
    );
    expect(await historyForTest(file).history.numbers(account)).toEqual([
      numberOf({ life: { ...life, problem: { ...failure, code: 'INTERNAL' } } }),
    ]);
  });
});
