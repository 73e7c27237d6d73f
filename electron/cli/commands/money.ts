import type { LedgerEntry, LedgerPage, LedgerSubject, Money, MoneySummary } from '../../contract/state.ts';
import { plainText } from '../../contract/plainText.ts';
import { ledgerCsv } from '../../contract/ledgerCsv.ts';
import { ask, type Host } from '../host.ts';
import { moneyText, print, table } from '../output.ts';
import type { Process } from '../process.ts';

const usualCount = 50;

/** Prints what was spent, the limits, and upcoming costs. */
export async function money(process: Process, host: Host, asJson: boolean): Promise<void> {
  const summary = await ask<MoneySummary>(host, 'GET', '/v1/money');
  print(process, asJson, summary, table(lines(summary)));
}

function lines({ today, thisMonth, limits, byTwilio, monthly, nextBill, balance }: MoneySummary): string[][] {
  const bill =
    nextBill && `${moneyText(nextBill.amount)} on ${nextBill.at.slice(0, 10)} for ${count(nextBill.numbers)}`;
  const said = byTwilio && `${moneyText(byTwilio.total)} this month, ${moneyText(byTwilio.phoneNumbers)} for numbers`;
  return [
    ['Spent today', `${moneyText(today)}, ${limitText(limits.day, 'day')}`],
    ['Spent this month', `${moneyText(thisMonth)}, ${limitText(limits.month, 'month')}`],
    ['Kept numbers', `${moneyText(monthly)} a month`],
    ['Next bill', bill ?? 'none: no number is kept'],
    ['Twilio says', said ?? 'not known now'],
    ['Balance', balance ? moneyText(balance) : 'not known now'],
  ];
}

function limitText(limit: Money | null, period: 'day' | 'month'): string {
  return limit ? `limit ${moneyText(limit)} a ${period}` : `no limit a ${period}`;
}

function count(numbers: number): string {
  return `${numbers} ${numbers === 1 ? 'number' : 'numbers'}`;
}

export interface LedgerOptions {
  csv?: boolean;
  /** By default the newest fifty; as CSV, all. */
  limit?: number;
  about?: LedgerSubject;
}

/** Prints what happened to the numbers and what it cost: text is oldest first like a log, CSV and JSON newest first. */
export async function ledger(
  process: Process,
  host: Host,
  asJson: boolean,
  { csv, limit, about }: LedgerOptions,
): Promise<void> {
  const read = ({ limit, before }: { limit: number; before?: number | undefined }) =>
    ask<LedgerPage<string>>(host, 'GET', `/v1/ledger?limit=${limit}&before=${before ?? ''}&about=${about ?? ''}`);
  if (csv && !asJson) {
    for await (const piece of ledgerCsv(read, { limit })) process.stdout.write(piece);
    return;
  }
  const page = await read({ limit: limit ?? usualCount });
  print(process, asJson, page, table(page.entries.toReversed().map(row)) || 'The ledger is empty.');
}

function row({ at, kind, number, label, holder, amount, note }: LedgerEntry<string>): string[] {
  const cost = amount ? moneyText(amount) : '';
  return [at, kind, number ?? '', plainText(label ?? ''), plainText(holder ?? ''), cost, plainText(note ?? '')];
}
