import type { PurchasedNumber } from '../ports.ts';
import { holdingOf, isHeld, markOf, type NumberRecord } from './number.ts';

/** How the ledger and the account differ. */
export interface Differences {
  /** On the account, although the ledger says they were not bought, or went back. */
  returned: { record: NumberRecord; number: PurchasedNumber }[];
  /** Bought by this OTP Dock, but not in its ledger. */
  lost: PurchasedNumber[];
  /** Bought for a record that has another number: its request was carried out after we had given up on it. */
  doubled: { record: NumberRecord; number: PurchasedNumber }[];
  /** Bought by an OTP Dock with another ledger. */
  strays: PurchasedNumber[];
  /** In the ledger, but not on the account. */
  missing: NumberRecord[];
}

/**
 * Compares the account's numbers with the ledger as it was before the request: what changed meanwhile waits for the
 * next time. `recordOf`: the record with this id, in any state.
 */
export function differences(
  listed: PurchasedNumber[],
  before: NumberRecord[],
  recordOf: (id: string) => NumberRecord | null,
  installation: string,
): Differences {
  const owned = before.filter(({ life }) => isHeld(life));
  const known = new Set(owned.map(({ life }) => holdingOf(life)?.numberSid));
  const present = new Set(listed.map(({ sid }) => sid));
  const result: Differences = {
    returned: [],
    lost: [],
    doubled: [],
    strays: [],
    missing: owned.filter(({ life }) => !present.has(holdingOf(life)?.numberSid ?? '')),
  };
  for (const number of listed) if (!known.has(number.sid)) sort(number, result, recordOf, installation);
  return result;
}

function sort(
  number: PurchasedNumber,
  result: Differences,
  recordOf: (id: string) => NumberRecord | null,
  installation: string,
): void {
  const mark = markOf(number.friendlyName);
  if (!mark) return;
  const record = recordOf(mark.id);
  if (record) sortKnown(record, number, result);
  else if (mark.installation === installation) result.lost.push(number);
  else result.strays.push(number);
}

// The Purchaser handles numbers still being bought; one let go belongs to its owner, whatever its name says.
function sortKnown(record: NumberRecord, number: PurchasedNumber, result: Differences): void {
  const { life } = record;
  if (life.state === 'failed') result.returned.push({ record, number });
  else if (life.state === 'buying') return;
  else if (life.holding.numberSid !== number.sid) result.doubled.push({ record, number });
  else if (life.state === 'released' && life.how === 'released') result.returned.push({ record, number });
}
