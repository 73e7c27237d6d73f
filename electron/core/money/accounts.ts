import { iso } from '../../contract/time.ts';
import type { NumberType, Settings } from '../../contract/settings.ts';
import type { Money, MoneySummary, PolicyCosts } from '../../contract/state.ts';
import { numberTypes } from '../../contract/settings.ts';
import type { Clock, History, Telephony } from '../ports.ts';
import type { Ledger } from '../numbers/ledger.ts';
import { nextBill } from './billing.ts';
import type { Budget } from './budget.ts';
import { sum } from './decimal.ts';
import { costWindowMs, policyCosts } from './policyCosts.ts';
import type { Prices } from './prices.ts';
import { isOwned } from '../numbers/number.ts';

export interface AccountsDeps {
  ledger: Ledger;
  budget: Budget;
  prices: Prices;
  clock: Clock;
  history: Pick<History, 'leasesSince'>;
  settings(): Settings;
  session(): { accountSid: string; telephony: Telephony };
}

/** What was spent, what is still to come, and what Twilio says of it. Rejects only with NOT_CONNECTED. */
export async function moneySummary(deps: AccountsDeps): Promise<MoneySummary> {
  const { budget, clock, session, settings } = deps;
  const { telephony } = session();
  const [balance, byTwilio] = await Promise.all([
    telephony.balance().catch(() => null),
    twilioFigures(telephony, clock.now()).catch(() => null),
  ]);
  const limit = (amount: string | null) => (amount === null ? null : { amount, currency: budget.currency });
  return {
    ...budget.spending(),
    balance,
    byTwilio,
    limits: { day: limit(settings().limitPerDay), month: limit(settings().limitPerMonth) },
    ...billsToCome(deps),
  };
}

async function twilioFigures(telephony: Telephony, now: number): Promise<MoneySummary['byTwilio']> {
  const today = iso(now).slice(0, 10);
  const usage = await telephony.usage(`${today.slice(0, 7)}-01`, today);
  return { ...usage, asOf: iso(now) };
}

function billsToCome({ ledger, budget, clock }: AccountsDeps): Pick<MoneySummary, 'monthly' | 'nextBill'> {
  const kept = ledger.numbers().flatMap((number) => {
    const { life, policy } = number;
    if (!isOwned(life) || (policy === 'release' && !ledger.isPinned(number))) return [];
    return [{ at: nextBill(life.holding.boughtAt, clock.now()), price: life.holding.monthlyPrice }];
  });
  const cost = (bills: typeof kept) =>
    sum(
      bills.flatMap(({ price }) => price ?? []),
      budget.currency,
    );
  const at = Math.min(...kept.map((bill) => bill.at));
  const next = kept.filter((bill) => bill.at === at);
  const nextBillOf = next.length === 0 ? null : { at: iso(at), amount: cost(next), numbers: next.length };
  return { monthly: cost(kept), nextBill: nextBillOf };
}

/** What each policy would have cost for the leases of the last 30 days. Rejects with the account's AppError. */
export async function costsByPolicy(
  { clock, history, prices, session, settings }: AccountsDeps,
  wanted: { country?: string | undefined; type?: NumberType | undefined },
): Promise<PolicyCosts> {
  const now = clock.now();
  const country = wanted.country ?? settings().country;
  const type = wanted.type ?? settings().type;
  const all = await history.leasesSince(session().accountSid, now - costWindowMs);
  const leases = all.filter((lease) => lease.country === country && (type === null || lease.type === type));
  const one = await firstPrice(prices, country, type);
  return policyCosts(leases, one, (of, kind) => (kind && prices.known(of, kind)) ?? one, now);
}

async function firstPrice(prices: Prices, country: string, type: NumberType | null): Promise<Money | null> {
  for (const wanted of type ? [type] : numberTypes) {
    const { price } = await prices.monthly(country, wanted);
    if (price) return price;
  }
  return null;
}
