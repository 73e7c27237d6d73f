import { phrases } from '../../contract/words/phrases.ts';
import type { Money, Spending } from '../../contract/state.ts';
import type { Ledger } from '../numbers/ledger.ts';
import { purchasesUnderWay } from '../numbers/numberStatus.ts';
import { OfRevision } from '../numbers/ofRevision.ts';
import type { Charge, CorePorts } from '../ports.ts';
import type { Preferences } from '../preferences.ts';
import type { Tokens } from '../sharing/tokens.ts';
import { Budget, type BudgetWords } from './budget.ts';

const say = phrases.sharing;

/** A purchase with an open outcome. */
export interface PurchaseUnderWay {
  /** The id of its number's record. */
  id: string;
  price: Money;
  holder: string | null;
}

export interface BudgetsDeps {
  ports: CorePorts;
  preferences: Preferences;
  tokens: Pick<Tokens, 'limitsOf'>;
  ledger: Ledger;
}

/** What was spent in total and by each token's leases. A new token inherits what a removed one of its name spent. */
export class Budgets {
  readonly all: Budget;
  #deps: BudgetsDeps;
  #byHolder = new Map<string, Budget>();
  readonly #purchases = new OfRevision<PurchaseUnderWay[]>();

  constructor(deps: BudgetsDeps) {
    this.#deps = deps;
    const { ports, preferences } = deps;
    this.all = new Budget({
      clock: ports.clock,
      settings: () => preferences.current(),
      unknownLimits: () => preferences.unknownLimits(),
      underWay: (except) => this.#underWay(except, () => true),
    });
  }

  /** `charges`: all since the start of the month. */
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

  /** Whether a limit applies to this holder's purchases: then their price must be known. */
  isLimited(holder: string | null): boolean {
    if (this.#deps.ledger.isMadeUp) return false;
    return this.all.isLimited() || (holder !== null && this.#of(holder).isLimited());
  }

  /** Throws SPEND_LIMIT for the host's limits and the token's; see Budget.assertRoom. */
  assertRoom(id: string, price: Money | null, holder: string | null): void {
    if (this.#deps.ledger.isMadeUp) return;
    this.all.assertRoom(id, price);
    if (holder !== null) this.#of(holder).assertRoom(id, price);
  }

  #underWay(exceptId: string | null, counts: (holder: string | null) => boolean): Money[] {
    const { ledger } = this.#deps;
    const purchases = this.#purchases.at(ledger.revision, () => purchasesUnderWay(ledger));
    return purchases.flatMap(({ id, price, holder }) => (id !== exceptId && counts(holder) ? [price] : []));
  }

  #of(holder: string): Budget {
    const known = this.#byHolder.get(holder);
    if (known) return known;
    const budget = new Budget({
      clock: this.#deps.ports.clock,
      settings: () => {
        const limits = this.#deps.tokens.limitsOf(holder);
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
