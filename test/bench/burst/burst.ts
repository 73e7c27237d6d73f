import { ensureBuilt } from '../../../build/scripts/build.ts';
import type { Row } from '../measure.ts';
import { measureFirstSearch } from './firstSearch.ts';
import { measureOpenInbox } from './openInbox.ts';

/** What a burst of SMS does to an open inbox, and to the first search after it. `full`: the longest seen of Twilio. */
export async function measureBurst({ full }: { full: boolean }): Promise<Row[]> {
  const burst = full ? 4_700 : 1_200;
  await ensureBuilt({ log: () => undefined });
  return [...(await measureOpenInbox(burst)), await measureFirstSearch(burst)];
}
