import { join } from 'node:path';
import { openHistory } from '../../../electron/adapters/history/sqliteHistory.ts';
import { fillHistory, words } from '../growth/fill.ts';
import { inFolder } from '../inFolder.ts';
import { rowOf, under, type Pair, type Row } from '../measure.ts';
import { oldMessages } from '../screen/oldMessages.ts';
import { anyAccount } from '../webhook.ts';

const account = anyAccount.accountSid;
const kept = 100_000;
const rounds = 3;

/** The first search after a burst, among 100,000 messages, until a page and the count of what is found are there. */
export function measureFirstSearch(burst: number): Promise<Row> {
  return inFolder(async (folder) => {
    const file = join(folder, 'history.db');
    fillHistory(file, account, kept);
    const history = openHistory(file);
    const search = async () => {
      const began = performance.now();
      const filter = { search: words.common };
      await Promise.all([history.messages({ account, limit: 100, ...filter }), history.countMessages(account, filter)]);
      return performance.now() - began;
    };
    const pairs: Pair[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const messages = oldMessages(burst).map((message, index) => ({ ...message, sid: `SM2${round}${index}` }));
      await Promise.all(messages.map((message) => history.addMessage(account, message)));
      pairs.push({ ours: await search(), floor: await search() });
    }
    await history.close();
    return rowOf(
      {
        name: `burst: the first search after ${burst.toLocaleString('en')} messages, among ${kept.toLocaleString('en')}`,
        unit: 'ms',
        floorIs: 'the same search once more',
        ...under(1_000, 'ms'),
      },
      pairs,
    );
  });
}
