import type { Charge } from './billing.ts';
import { dayBounds, gmtDay, parseUsageDay } from './dates.ts';
import { invalidParameter } from './errors.ts';
import { formatUsd } from './money.ts';
import { listBody, paginate } from './paging.ts';
import { accountPath, booleanParam, decimalUsd, type Handler, type RestRequest } from './rest.ts';
import type { World } from './world.ts';

interface Category {
  name: string;
  description: string;
  countUnit: string;
  usageUnit: string;
}

/** The categories that the emulator bills, named as in Twilio's usage API. */
const allCategories: readonly Category[] = [
  category('phonenumbers', 'Phone Numbers', 'numbers', 'numbers'),
  category('phonenumbers-local', 'Local Phone Numbers', 'numbers', 'numbers'),
  category('phonenumbers-mobile', 'Mobile Phone Numbers', 'numbers', 'numbers'),
  category('phonenumbers-tollfree', 'Toll Free Phone Numbers', 'numbers', 'numbers'),
  category('sms', 'SMS', 'messages', 'segments'),
  category('sms-inbound', 'Inbound SMS', 'messages', 'segments'),
  category('sms-inbound-longcode', 'Inbound Longcode SMS', 'messages', 'segments'),
  category('sms-outbound', 'Outbound SMS', 'messages', 'segments'),
  category('totalprice', 'Total Price', '', 'usd'),
];

/** Subresources for a period; days are GMT, and the last one is at most today. */
export const usagePeriods = ['Today', 'Yesterday', 'ThisMonth', 'LastMonth', 'AllTime'] as const;
export type UsagePeriod = (typeof usagePeriods)[number];

/** GMT days as `YYYY-MM-DD`, both inclusive. */
interface Days {
  first: string;
  last: string;
}

/**
 * `GET Usage/Records.json`, and for a period `GET Usage/Records/Today.json` and its siblings: what was actually bought,
 * billed, received and sent, by category. StartDate and EndDate narrow a period down. 400/20001 for an invalid Category
 * or date.
 */
export function listUsage(period: UsagePeriod | null): Handler {
  return ({ world }, request) => {
    const days = requestedDays(world, request, period);
    booleanParam(request.query, 'IncludeSubaccounts');
    const [from, until] = [dayBounds(days.first).start, dayBounds(days.last).end];
    const charges = [...world.charges.values()].filter(({ at }) => at >= from && at < until);
    const page = paginate(request, requestedCategories(request), ({ name }) => name);
    const record = (wanted: Category): unknown => usageRecord(world, request, wanted, charges, days);
    return { status: 200, body: listBody(request, 'usage_records', page, record) };
  };
}

function requestedDays(world: World, request: RestRequest, period: UsagePeriod | null): Days {
  const whole = daysOf(world, period ?? 'AllTime');
  const [first, last] = [dayParam(world, request, 'StartDate'), dayParam(world, request, 'EndDate')];
  if (period === null) return { first: first ?? whole.first, last: last ?? whole.last };
  return {
    first: first !== null && first > whole.first ? first : whole.first,
    last: last !== null && last < whole.last ? last : whole.last,
  };
}

function daysOf(world: World, period: UsagePeriod): Days {
  const today = gmtDay(world.now());
  const firstOfMonth = `${today.slice(0, 7)}-01`;
  const dayBefore = (day: string): string => gmtDay(dayBounds(day).start - 1);
  switch (period) {
    case 'Today':
      return { first: today, last: today };
    case 'Yesterday':
      return { first: dayBefore(today), last: dayBefore(today) };
    case 'ThisMonth':
      return { first: firstOfMonth, last: today };
    case 'LastMonth':
      return { first: `${dayBefore(firstOfMonth).slice(0, 7)}-01`, last: dayBefore(firstOfMonth) };
    case 'AllTime':
      return { first: gmtDay(world.createdAt), last: today };
  }
}

function usageRecord(
  world: World,
  request: RestRequest,
  wanted: Category,
  all: Charge[],
  days: Days,
): Record<string, unknown> {
  const charges = all.filter(({ categories }) => wanted.name === 'totalprice' || categories.includes(wanted.name));
  const total = (figure: (charge: Charge) => number): number =>
    charges.reduce((sum, charge) => sum + figure(charge), 0);
  const price = total((charge) => charge.amount);
  const isMoney = wanted.name === 'totalprice';
  return {
    account_sid: world.accountSid,
    api_version: '2010-04-01',
    as_of: new Date(world.now()).toISOString().slice(0, 19) + '+00:00',
    category: wanted.name,
    count: isMoney ? '' : String(total((charge) => charge.count)),
    count_unit: wanted.countUnit,
    description: wanted.description,
    end_date: days.last,
    price: decimalUsd(world, price),
    price_unit: 'usd',
    start_date: days.first,
    subresource_uris: subresourceUris(world, wanted),
    uri: `${request.path}?Category=${wanted.name}&StartDate=${days.first}&EndDate=${days.last}`,
    usage: isMoney ? formatUsd(price) : String(total((charge) => charge.units)),
    usage_unit: wanted.usageUnit,
  };
}

function subresourceUris(world: World, { name }: Category): Record<string, string> {
  const path = `${accountPath(world)}/Usage/Records`;
  const key = (period: UsagePeriod): string => period.replace(/(?<=[a-z])(?=[A-Z])/, '_').toLowerCase();
  return Object.fromEntries(usagePeriods.map((period) => [key(period), `${path}/${period}.json?Category=${name}`]));
}

function requestedCategories(request: RestRequest): Category[] {
  const name = request.query.get('Category');
  if (name === null) return [...allCategories];
  if (!/^[A-Za-z0-9-]{2,64}$/.test(name)) throw invalidParameter(`Invalid Category: ${name}`);
  return allCategories.filter((known) => known.name === name.toLowerCase());
}

function dayParam(world: World, request: RestRequest, name: string): string | null {
  const text = request.query.get(name);
  const day = text === null ? null : parseUsageDay(text, world.now());
  if (text !== null && day === null) throw invalidParameter(`${name} must be a date (YYYY-MM-DD): ${text}`);
  return day;
}

function category(name: string, description: string, countUnit: string, usageUnit: string): Category {
  return { name, description, countUnit, usageUnit };
}
