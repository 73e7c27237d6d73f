import { iso } from '../../contract/time.ts';
import type { NumberState, OwnedNumber } from '../../contract/state.ts';
import type { Settings } from '../../contract/settings.ts';
import { nextBill } from '../money/billing.ts';
import type { Prices } from '../money/prices.ts';
import type { PurchasedNumber } from '../ports.ts';
import { describeNumber } from './describeNumber.ts';
import { dispositionOf, surplusOf } from './disposition.ts';
import type { Ledger } from './ledger.ts';
import { holdingOf, markOf, restsUntil, type Holding, type NumberRecord } from './number.ts';
import { plainWebhook } from './reroute.ts';

export interface OwnedNumbersDeps {
  ledger: Ledger;
  settings: Settings;
  prices: Pick<Prices, 'known'>;
  /** Milliseconds since the epoch. */
  now: number;
}

/** What the account owns, joined with what the ledger knows. */
export async function ownedNumbers(listed: PurchasedNumber[], deps: OwnedNumbersDeps): Promise<OwnedNumber[]> {
  const { ledger, settings, now } = deps;
  const records = ledger.numbers().filter(({ life }) => life.state !== 'released' && life.state !== 'failed');
  const surplus = surplusOf(records, settings, now);
  const bySid = new Map(listed.map((number) => [number.sid, number]));
  const known = records.flatMap((record) => {
    const holding = holdingOf(record.life);
    if (!holding) return [];
    const webhook = bySid.get(holding.numberSid)?.smsUrl ?? holding.smsUrl;
    return [knownNumber(record, holding, ledger, surplus, webhook, now)];
  });
  const inLedger = new Set(known.map(({ sid }) => sid));
  const others = listed.filter(({ sid }) => !inLedger.has(sid));
  return [...known, ...(await Promise.all(others.map((number) => unknownNumber(number, deps))))];
}

function knownNumber(
  record: NumberRecord,
  holding: Holding,
  ledger: Ledger,
  surplus: Set<string>,
  webhook: string | null,
  now: number,
): OwnedNumber {
  const lease = record.leaseId === null ? null : ledger.lease(record.leaseId);
  const disposition = dispositionOf(record, surplus.has(record.id), now);
  const rest = restsUntil(record, now);
  return {
    number: holding.number,
    sid: holding.numberSid,
    friendlyName: record.friendlyName,
    leaseId: record.leaseId,
    label: lease?.label ?? null,
    holder: lease?.holder ?? null,
    state: stateOf(record),
    origin: record.origin,
    policy: record.policy,
    country: record.country || null,
    type: holding.type,
    leases: record.leases,
    pinned: ledger.isPinned(record),
    boughtAt: iso(holding.boughtAt),
    nextBillAt: iso(nextBill(holding.boughtAt, now)),
    giveBackAt: disposition.kind === 'releaseAt' ? iso(disposition.at) : null,
    restsUntil: rest === null ? null : iso(rest),
    monthlyPrice: holding.monthlyPrice,
    webhook: plainWebhook(webhook),
    diverted: holding.diverted,
    problem: record.life.state === 'releasing' ? record.life.problem : null,
  };
}

function stateOf({ life, policy }: NumberRecord): NumberState {
  if (life.state === 'leased') return 'active';
  if (life.state !== 'idle') return life.state === 'releasing' ? 'releasing' : 'released';
  return policy === 'release' ? 'expired' : 'idle';
}

async function unknownNumber(number: PurchasedNumber, { prices, now }: OwnedNumbersDeps): Promise<OwnedNumber> {
  const { country, type } = await describeNumber(number.phoneNumber);
  const told = Date.parse(number.boughtAt);
  const boughtAt = Number.isNaN(told) ? null : told;
  return {
    number: number.phoneNumber,
    sid: number.sid,
    friendlyName: number.friendlyName,
    leaseId: null,
    label: null,
    holder: null,
    state: markOf(number.friendlyName) ? 'stray' : 'foreign',
    origin: null,
    policy: null,
    country: country || null,
    type,
    leases: 0,
    pinned: false,
    boughtAt: boughtAt === null ? null : iso(boughtAt),
    nextBillAt: boughtAt === null ? null : iso(nextBill(boughtAt, now)),
    giveBackAt: null,
    restsUntil: null,
    monthlyPrice: type && prices.known(country, type),
    webhook: plainWebhook(number.smsUrl),
    diverted: false,
    problem: null,
  };
}
