import { expect, it } from 'vitest';
import { account, historyForTest, messageOf, sidOf } from './harness.ts';

it.each([
  ['quotes and comments of SQL', `'; DROP TABLE messages; -- "`],
  ['operators of the full text search', 'NEAR("a" OR b*) AND -c ^d : {e}'],
  ['wildcards', '%_\\%'],
  ['other orders and unseen characters', '\u202e319284\u202c \u200b\ufeff'],
  ['very much', 'x'.repeat(60_000)],
])('a message with %s is kept as it came, and found', async (_what, body) => {
  const { history, reopen } = historyForTest();
  await history.addMessage(account, messageOf({ body }));
  await history.addMessage(account, messageOf({ sid: sidOf(2), body: 'another' }));
  const again = await reopen();
  const found = await again.messages({ account, limit: 5, search: body.slice(0, 100) });
  expect(found.messages.filter((message) => message.body === body)).toHaveLength(1);
  expect((await again.messages({ account, limit: 5 })).messages).toHaveLength(2);
});
