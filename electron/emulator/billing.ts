import type { Listing } from './catalogue.ts';
import { dayMs } from './dates.ts';
import type { MicroUsd } from './money.ts';

/** A charge, or all of one kind and day together. */
export interface Charge {
  /** Milliseconds since the epoch; the first one's of several. */
  at: number;
  /** The usage categories it counts in, besides `totalprice`. */
  categories: string[];
  count: number;
  /** Segments for SMS, months for numbers. */
  units: number;
  amount: MicroUsd;
}

interface BilledNumber {
  listing: Pick<Listing, 'type' | 'monthly'>;
  magic: boolean;
  boughtAt: number;
  /** When it was billed, the purchase first. Magic numbers cost nothing and have no bills. */
  bills: number[];
}

/** The part of the world that concerns money. */
export interface Ledger {
  readonly now: () => number;
  readonly owned: readonly BilledNumber[];
  /** One for each day and kind: a carrier's account has millions. */
  charges: Map<string, Charge>;
  /** The sum of all charges, stored so that requests need not add up a long history. */
  billed: MicroUsd;
  /** When the next bill of any number is due, in milliseconds since the epoch; Infinity without numbers. */
  nextBillAt: number;
}

/** Records a charge and subtracts it from the balance. */
export function charge(ledger: Ledger, item: Charge): void {
  const key = `${Math.floor(item.at / dayMs)} ${item.categories.join(' ')}`;
  const sum = ledger.charges.get(key) ?? { ...item, count: 0, units: 0, amount: 0 };
  sum.count += item.count;
  sum.units += item.units;
  sum.amount += item.amount;
  ledger.charges.set(key, sum);
  ledger.billed += item.amount;
}

/** Bills a number's first month. */
export function billPurchase(ledger: Ledger, number: BilledNumber): void {
  billMonth(ledger, number, number.boughtAt);
  ledger.nextBillAt = Math.min(ledger.nextBillAt, nextBill(number));
}

/**
 * Records every monthly bill that is due and not yet recorded. A number is billed a full month on the day of its
 * purchase, never prorated (https://support.twilio.com/hc/en-us/articles/223182908).
 */
export function settleBills(ledger: Ledger): void {
  const now = ledger.now();
  if (now < ledger.nextBillAt) return;
  const numbers = ledger.owned.filter(({ magic }) => !magic);
  const due = numbers.flatMap((number) => billsUntil(number, now).map((at) => ({ at, number })));
  for (const { at, number } of due.sort((one, other) => one.at - other.at)) billMonth(ledger, number, at);
  ledger.nextBillAt = numbers.reduce((earliest, number) => Math.min(earliest, nextBill(number)), Infinity);
}

/**
 * When a number is billed this many months after its purchase: at 00:00 UTC on the same day of the month, or on the
 * last day of a shorter month. Milliseconds since the epoch.
 */
export function billInstant(boughtAt: number, months: number): number {
  const bought = new Date(boughtAt);
  const [year, month] = [bought.getUTCFullYear(), bought.getUTCMonth() + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(bought.getUTCDate(), lastDay));
}

function billsUntil({ boughtAt, bills }: BilledNumber, now: number): number[] {
  const due: number[] = [];
  for (let at = billInstant(boughtAt, bills.length); at <= now; at = billInstant(boughtAt, bills.length + due.length))
    due.push(at);
  return due;
}

function nextBill({ boughtAt, bills }: BilledNumber): number {
  return billInstant(boughtAt, bills.length);
}

function billMonth(ledger: Ledger, number: BilledNumber, at: number): void {
  const { type, monthly } = number.listing;
  number.bills.push(at);
  const categories = ['phonenumbers', `phonenumbers-${type.toLowerCase()}`];
  charge(ledger, { at, categories, count: 1, units: 1, amount: monthly });
}
