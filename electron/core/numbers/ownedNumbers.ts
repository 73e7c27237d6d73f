import { iso } from '../../contract/time.ts';
import type { OwnedNumber } from '../../contract/state.ts';
import type { PurchasedNumber } from '../ports.ts';
import { holdingOf, leaseIdOf, type LeaseRecord } from './lease.ts';

/** What the account owns, joined with what the ledger knows. `now` is milliseconds since the epoch. */
export function ownedNumbers(owned: PurchasedNumber[], records: LeaseRecord[], now: number): OwnedNumber[] {
  const bySid = new Map(
    records.flatMap((record) => {
      const sid = holdingOf(record.life)?.numberSid;
      return sid ? [[sid, record] as const] : [];
    }),
  );
  return owned.map((number) => {
    const record = bySid.get(number.sid);
    return {
      number: number.phoneNumber,
      sid: number.sid,
      friendlyName: number.friendlyName,
      leaseId: record?.id ?? leaseIdOf(number.friendlyName),
      state: record?.life.state ?? 'foreign',
      nextBillAt: nextBill(number.boughtAt, now),
      monthlyPrice: (record && holdingOf(record.life)?.monthlyPrice) ?? null,
    };
  });
}

/**
 * The next day on which Twilio bills a number: the day of the month of its purchase, 00:00 UTC; the last day of a
 * month that is too short (Twilio support 223182908). null when the purchase time is not known.
 */
export function nextBill(boughtAt: string, now: number): string | null {
  const bought = new Date(boughtAt);
  if (Number.isNaN(bought.getTime())) return null;
  const from = new Date(Math.max(now, bought.getTime()));
  for (const months of [0, 1, 2]) {
    const at = billInMonth(bought, from.getUTCFullYear(), from.getUTCMonth() + months);
    if (at > from.getTime()) return iso(at);
  }
  return null;
}

function billInMonth(bought: Date, year: number, month: number): number {
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(bought.getUTCDate(), lastDay));
}
