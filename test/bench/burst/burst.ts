import { ensureBuilt } from '../../../build/scripts/build.ts';
import type { Row } from '../measure.ts';
import { measureFirstSearch } from './firstSearch.ts';
import { measureOpenInbox } from './openInbox.ts';

const burst = 4_700;

/** What a burst of SMS does to an open inbox, and to the first search after it. */
export async function measureBurst(): Promise<Row[]> {
  await ensureBuilt({ log: () => undefined });
  return [...(await measureOpenInbox(burst)), await measureFirstSearch(burst)];
}
