import { sharing } from '../../contract/sentences/sharing.ts';
import { phrases } from '../../contract/sentences/sentence.ts';
import type { LimitName, Settings } from '../../contract/settings.ts';
import type { Money, Spending } from '../../contract/state.ts';
import type { Charge, Clock } from '../ports.ts';
import { Budget, type BudgetWords } from './budget.ts';

const say = phrases(sharing);

/** A purchase whose end is not known yet. */
export interface PurchaseUnderWay {
  /** Of its number's record. */
  id: string;
  price: Money;
  holder: string | null;
}

export interface BudgetsDeps {
  clock: Clock;
  settings(): Pick<Settings, 'limitPerDay' | 'limitPerMonth'>;
  /** See BudgetDeps. */
  unknownLimits(): readonly LimitName[];
  /** Of the token of this name; null when there is none (any more). */
  limitsOf(holder: string): { perDay: string | null; perMonth: string | null } | null;
  underWay(): PurchaseUnderWay[];
}

/** What was spent altogether, and by the leases of each token. What those of a removed token cost counts for a new one of its name. */
export class Budgets {
  readonly all: Budget;
  #deps: BudgetsDeps;
  #byHolder = new Map<string, Budget>();

  constructor(deps: BudgetsDeps) {
    this.#deps = deps;
    this.all = new Budget({ ...deps, underWay: (except) => this.#underWay(except, () => true) });
  }

  /** `charges`: all since the beginning of the month. */
  load(charges: Charge[]): void {
    this.all.load([]);
    this.#byHolder.clear();
    for (const charge of charges) this.record(charge);
  }

  record(charge: Charge): void {
    this.all.record(charge);
    if (charge.holder !== null) this.#of(charge.holder).record(charge);
  }

  spendingOf(holder: string): Spending {
    return this.#of(holder).spending();
  }

  /** Whether a purchase for this holder is measured against a limit: its price must be known then. */
  isLimited(holder: string | null): boolean {
    return this.all.isLimited() || (holder !== null && this.#of(holder).isLimited());
  }

  /** Throws SPEND_LIMIT, for the host's limits and for those of the token; see Budget.assertRoom. */
  assertRoom(id: string, price: Money | null, holder: string | null): void {
    this.all.assertRoom(id, price);
    if (holder !== null) this.#of(holder).assertRoom(id, price);
  }

  #underWay(exceptId: string | null, counts: (holder: string | null) => boolean): Money[] {
    const purchases = this.#deps.underWay();
    return purchases.flatMap(({ id, price, holder }) => (id !== exceptId && counts(holder) ? [price] : []));
  }

  #of(holder: string): Budget {
    const known = this.#byHolder.get(holder);
    if (known) return known;
    const budget = new Budget({
      clock: this.#deps.clock,
      settings: () => {
        const limits = this.#deps.limitsOf(holder);
        return { limitPerDay: limits?.perDay ?? null, limitPerMonth: limits?.perMonth ?? null };
      },
      unknownLimits: () => [],
      underWay: (except) => this.#underWay(except, (other) => other === holder),
      words: wordsFor(holder),
    });
    this.#byHolder.set(holder, budget);
    return budget;
  }
}

function wordsFor(holder: string): BudgetWords {
  return {
    day: (amounts) => [say.dayLimit({ ...amounts, holder }), say.dayLimitHint],
    month: (amounts) => [say.monthLimit({ ...amounts, holder }), say.monthLimitHint],
    priceUnknown: [say.priceUnknown({ holder }), say.priceUnknownHint],
  };
}
