import { appError, type AppError } from '../../contract/errors.ts';
import type { Phrase } from '../../contract/words/phrase.ts';
import { phrases } from '../../contract/words/phrases.ts';
import type { LimitName, Settings } from '../../contract/settings.ts';
import type { Money, Spending } from '../../contract/state.ts';
import type { Charge, Clock } from '../ports.ts';
import { exceeds, sum } from './decimal.ts';
import { limitsUnknown } from './unknownLimits.ts';

const say = phrases.numbers;

export interface BudgetDeps {
  clock: Clock;
  settings(): Pick<Settings, 'limitPerDay' | 'limitPerMonth'>;
  /** The limits that were lost: while there are any, there is no room for anything. */
  unknownLimits(): readonly LimitName[];
  /** The prices of purchases under way, except the one with this id. */
  underWay(exceptId: string | null): Money[];
  /** The messages at a limit; absent: those for the limits in Settings. */
  words?: BudgetWords;
}

type Said = [message: Phrase, hint: Phrase];
type Amounts = Record<'price' | 'total' | 'limit', string>;

/** The messages for purchases that would pass a limit. */
export interface BudgetWords {
  day(amounts: Amounts): Said;
  month(amounts: Amounts): Said;
  priceUnknown: Said;
}

const words: BudgetWords = {
  day: (amounts) => [say.dayLimit(amounts), say.dayLimitHint],
  month: (amounts) => [say.monthLimit(amounts), say.monthLimitHint],
  priceUnknown: [say.priceUnknown, say.priceUnknownHint],
};

/** What was spent, and whether there is room for more. Days and months are in UTC, like Twilio's bills. */
export class Budget {
  #deps: BudgetDeps;
  /** What was charged on each day of this month, by the day's start. */
  #days = new Map<number, Money>();
  #currency = 'USD';

  constructor(deps: BudgetDeps) {
    this.#deps = deps;
  }

  /** `charges`: all since the start of the month. */
  load(charges: Charge[]): void {
    this.#days.clear();
    for (const charge of charges) this.record(charge);
  }

  record({ at, amount }: Pick<Charge, 'at' | 'amount'>): void {
    this.#currency = amount.currency;
    const day = dayStart(at);
    const before = this.#days.get(day);
    this.#days.set(day, sum(before ? [before, amount] : [amount], amount.currency));
    const from = monthStart(this.#deps.clock.now());
    for (const past of this.#days.keys()) if (past < from) this.#days.delete(past);
  }

  /** The account's currency; USD until another one is seen. */
  get currency(): string {
    return this.#currency;
  }

  spending(): Spending {
    const underWay = this.#deps.underWay(null);
    return { today: this.#since(dayStart, underWay), thisMonth: this.#since(monthStart, underWay) };
  }

  isLimited(): boolean {
    const { limitPerDay, limitPerMonth } = this.#deps.settings();
    return limitPerDay !== null || limitPerMonth !== null;
  }

  /**
   * Throws SPEND_LIMIT if the purchase with this id would pass a limit, or if a limit is unknown. Call it in the same
   * turn in which the purchase is written down, so that two purchases see each other.
   */
  assertRoom(id: string, price: Money | null): void {
    const unknown = this.#deps.unknownLimits();
    if (unknown.length > 0) throw spendLimit(limitsUnknown(unknown));
    if (!this.isLimited()) return;
    const { limitPerDay, limitPerMonth } = this.#deps.settings();
    if (price === null) throw spendLimit(this.#words.priceUnknown);
    this.#currency = price.currency;
    const others = [...this.#deps.underWay(id), price];
    this.#assertBelow(limitPerDay, this.#since(dayStart, others), price, 'day');
    this.#assertBelow(limitPerMonth, this.#since(monthStart, others), price, 'month');
  }

  #assertBelow(limit: string | null, total: Money, price: Money, period: 'day' | 'month'): void {
    if (limit === null || !exceeds(total, limit)) return;
    const amounts = {
      price: text(price),
      total: text(total),
      limit: text({ amount: limit, currency: price.currency }),
    };
    throw spendLimit(this.#words[period](amounts));
  }

  get #words(): BudgetWords {
    return this.#deps.words ?? words;
  }

  #since(start: (now: number) => number, more: Money[]): Money {
    const from = start(this.#deps.clock.now());
    const charged = [...this.#days].flatMap(([day, amount]) => (day >= from ? [amount] : []));
    return sum([...charged, ...more], this.#currency);
  }
}

/** Milliseconds since the epoch at which the UTC day of `now` began. */
function dayStart(now: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
}

/** Milliseconds since the epoch at which the UTC month of `now` began. */
export function monthStart(now: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
}

function spendLimit([message, hint]: Said): AppError {
  return appError('SPEND_LIMIT', message, hint);
}

function text({ amount, currency }: Money): string {
  return `${amount} ${currency}`;
}
