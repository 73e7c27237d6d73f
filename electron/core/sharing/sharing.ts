import type { NamedToken, NewToken } from '../../contract/sharing.ts';
import type { Money } from '../../contract/state.ts';
import { iso } from '../../contract/time.ts';
import type { Budgets } from '../money/budgets.ts';
import { isOpen } from '../numbers/lease.ts';
import type { Ledger } from '../numbers/ledger.ts';
import type { Clock } from '../ports.ts';
import type { TokenRecord, Tokens } from './tokens.ts';

export interface SharingDeps {
  tokens: Tokens;
  clock: Clock;
  ledger: Ledger;
  budgets: Budgets;
}

/** What the host's own user does with the tokens of others. */
export class Sharing {
  readonly #deps: SharingDeps;

  constructor(deps: SharingDeps) {
    this.#deps = deps;
  }

  /** Oldest first. */
  list(): NamedToken[] {
    return this.#deps.tokens.all().map((record) => this.#shown(record));
  }

  /** The SHA-256 of each token, in hexadecimal digits. */
  hashes(): Pick<TokenRecord, 'name' | 'hash'>[] {
    return this.#deps.tokens.all();
  }

  /** Rejects with CONFLICT if the name is taken. */
  async add({ name, leases, perDay, perMonth }: NewToken, hash: string): Promise<NamedToken> {
    const { clock, tokens } = this.#deps;
    const limits = { leases: leases ?? null, perDay: perDay ?? null, perMonth: perMonth ?? null };
    const record: TokenRecord = { name, hash, createdAt: clock.now(), limits };
    await tokens.add(record);
    return this.#shown(record);
  }

  /** The token is refused from then on; its leases end by policy. Returns its old state. Rejects with NOT_FOUND. */
  async remove(name: string): Promise<NamedToken> {
    const { tokens } = this.#deps;
    const known = tokens.find(name);
    const before = known && this.#shown(known);
    const record = await tokens.remove(name);
    return before ?? this.#shown(record);
  }

  #shown({ name, createdAt, limits }: TokenRecord): NamedToken {
    const { budgets, ledger } = this.#deps;
    const { currency } = budgets.all;
    return {
      name,
      since: iso(createdAt),
      limits: {
        leases: limits.leases,
        perDay: inMoney(limits.perDay, currency),
        perMonth: inMoney(limits.perMonth, currency),
      },
      used: {
        leases: ledger.leases().filter(({ holder, life }) => holder === name && isOpen(life)).length,
        ...budgets.spendingOf(name),
      },
    };
  }
}

function inMoney(amount: string | null, currency: string): Money | null {
  return amount === null ? null : { amount, currency };
}
