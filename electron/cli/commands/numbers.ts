import type { OwnedNumber } from '../../contract/state.ts';
import { plainText } from '../../contract/plainText.ts';
import { sum } from '../../core/money/decimal.ts';
import { ask, type Host } from '../host.ts';
import { moneyText, print, table } from '../output.ts';
import type { Process } from '../process.ts';

/** Prints every number of the account and their total cost. */
export async function numbers(process: Process, host: Host, asJson: boolean): Promise<void> {
  const answer = await ask<{ numbers: OwnedNumber[] }>(host, 'GET', '/v1/numbers');
  const owned = answer.numbers;
  const text = owned.length > 0 ? `${table(owned.map(row))}\n${total(owned)}` : 'The account has no numbers.';
  print(process, asJson, answer, text);
}

function row({
  number,
  state,
  pinned,
  policy,
  label,
  holder,
  friendlyName,
  nextBillAt,
  giveBackAt,
  restsUntil,
  monthlyPrice,
}: OwnedNumber) {
  return [
    number,
    pinned ? 'pinned' : state,
    policy ?? '',
    plainText(label ?? (policy === null ? friendlyName : '')),
    holder === null ? '' : `by ${plainText(holder)}`,
    restsUntil ? `rests until ${restsUntil.slice(11, 19)} UTC` : '',
    nextBillAt ? `next bill ${nextBillAt.slice(0, 10)}` : '',
    giveBackAt ? `goes back ${giveBackAt.slice(0, 16).replace('T', ' ')} UTC` : '',
    monthlyPrice ? moneyText(monthlyPrice) : '',
  ];
}

function total(owned: OwnedNumber[]): string {
  const prices = owned.flatMap(({ monthlyPrice }) => monthlyPrice ?? []);
  const unknown = owned.length - prices.length;
  const cost = prices[0] ? `: ${moneyText(sum(prices, prices[0].currency))} a month` : '';
  const rest = unknown > 0 ? (cost ? `, and ${unknown} whose price is not known` : ', price not known') : '';
  return `${owned.length} ${owned.length === 1 ? 'number' : 'numbers'}${cost}${rest}`;
}
