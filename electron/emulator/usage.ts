import { gmtDay, parseUsageDay } from './dates.ts';
import { invalidParameter } from './errors.ts';
import { formatUsd } from './money.ts';
import { listBody, paginate } from './paging.ts';
import { accountPath, booleanParam, decimalUsd, type Handler, type RestRequest } from './rest.ts';
import type { Charge, World } from './world.ts';

interface Category {
  name: string;
  description: string;
  countUnit: string;
  usageUnit: string;
}

/** The categories that something in the emulator is billed under, named as in Twilio's usage API. */
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

/**
 * `GET Usage/Records.json`: what was really bought, received and sent, summed up by category. Days are
 * GMT. 400/20001 for a Category that is not a category name or a date that is none.
 */
export const listUsage: Handler = ({ world }, request) => {
  const [start, end] = [dayParam(world, request, 'StartDate'), dayParam(world, request, 'EndDate')];
  booleanParam(request.query, 'IncludeSubaccounts');
  const from = start ?? gmtDay(world.createdAt);
  const until = end ?? gmtDay(world.now());
  const charges = world.charges.filter(({ at }) => gmtDay(at) >= from && gmtDay(at) <= until);
  const page = paginate(request, requestedCategories(request), ({ name }) => name);
  const body = listBody(request, 'usage_records', page, (wanted) => usageRecord(world, wanted, charges, from, until));
  return { status: 200, body };
};

function usageRecord(
  world: World,
  wanted: Category,
  all: Charge[],
  from: string,
  until: string,
): Record<string, unknown> {
  const charges = all.filter(({ categories }) => wanted.name === 'totalprice' || categories.includes(wanted.name));
  const total = (figure: (charge: Charge) => number): number =>
    charges.reduce((sum, charge) => sum + figure(charge), 0);
  const price = total((charge) => charge.amount);
  const isMoney = wanted.name === 'totalprice';
  const path = `${accountPath(world)}/Usage/Records`;
  return {
    account_sid: world.accountSid,
    api_version: '2010-04-01',
    as_of: new Date(world.now()).toISOString().slice(0, 19) + '+00:00',
    category: wanted.name,
    count: isMoney ? '' : String(total((charge) => charge.count)),
    count_unit: wanted.countUnit,
    description: wanted.description,
    end_date: until,
    price: decimalUsd(world, price),
    price_unit: 'usd',
    start_date: from,
    subresource_uris: { all_time: `${path}/AllTime.json?Category=${wanted.name}` },
    uri: `${path}.json?Category=${wanted.name}&StartDate=${from}&EndDate=${until}`,
    usage: isMoney ? formatUsd(price) : String(total((charge) => charge.units)),
    usage_unit: wanted.usageUnit,
  };
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
