import { describe, expect, it } from 'vitest';
import type { TokenRecord } from '../../../electron/core/sharing/tokens.ts';
import { failureOf } from '../harness.ts';
import { execIn, historyForTest } from './harness.ts';

const limited: TokenRecord = {
  name: 'web-ci',
  hash: 'a'.repeat(64),
  createdAt: 2_000,
  limits: { leases: 5, perDay: '5.00', perMonth: '50' },
};

describe('the tokens', () => {
  it.each(["UPDATE tokens SET hash = 'x'", "UPDATE tokens SET per_day = 'free'"])(
    'that another program has changed by %s are refused, with a way out',
    async (sql) => {
      const { file, history } = historyForTest();
      await history.addToken(limited);
      await history.close();
      execIn(file, sql);
      const failure = await failureOf(historyForTest(file).history.tokens());
      expect(failure).toMatchObject({ code: 'STORAGE_FAILED', message: expect.toSay('token') });
    },
  );
});
