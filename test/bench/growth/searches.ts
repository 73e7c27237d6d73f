import type { History } from '../../../electron/core/ports.ts';
import { pairs, words } from './fill.ts';

/** What is looked for, by the name of its row. */
export const searches = {
  'search: a word of all messages': words.common,
  'search: a word of 100 messages': words.rare,
  'search: two letters of all messages': pairs.common,
  'search: two letters of 100 messages': pairs.rare,
};
export type SearchName = keyof typeof searches;

const page = 100;
/** Microseconds that are enough to be measured; what takes longer is done once. */
const enough = 50_000;

/** Microseconds of the processor that a page of findings takes. */
export async function searchCost(history: History, account: string, name: SearchName): Promise<number> {
  const before = process.cpuUsage();
  for (let times = 1; ; times += 1) {
    const { messages } = await history.messages({ account, limit: page, search: searches[name] });
    if (messages.length !== page) throw new Error(`${name}: ${messages.length} were found.`);
    const { user, system } = process.cpuUsage(before);
    if (user + system >= enough) return (user + system) / times;
  }
}
