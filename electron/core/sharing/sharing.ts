import type { MadeToken, NamedToken, NewToken } from '../../contract/sharing.ts';
import type { Money } from '../../contract/state.ts';
import { iso } from '../../contract/time.ts';
import type { Audit } from '../audit.ts';
import type { Budgets } from '../money/budgets.ts';
import { isOpen } from '../numbers/lease.ts';
import type { Ledger } from '../numbers/ledger.ts';
import type { Ports } from '../ports.ts';
import type { TokenRecord, Tokens } from './tokens.ts';

export interface SharingDeps {
  audit: Pick<Audit, 'tokenMade' | 'tokenRemoved'>;
  tokens: Tokens;
  ports: Pick<Ports, 'clock' | 'newToken'>;
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

  /** The token is in this answer alone. Rejects with CONFLICT if the name is taken. */
  async make(wanted: NewToken): Promise<MadeToken> {
    const { token, hash } = this.#deps.ports.newToken();
    return { ...(await this.add(wanted, hash)), token };
  }

  /** Like `make`, for a token that exists already, by its SHA-256 in hexadecimal digits. */
  async add({ name, leases, perDay, perMonth }: NewToken, hash: string): Promise<NamedToken> {
    const { audit, ports, tokens } = this.#deps;
    const limits = { leases: leases ?? null, perDay: perDay ?? null, perMonth: perMonth ?? null };
    const record: TokenRecord = { name, hash, createdAt: ports.clock.now(), limits };
    await tokens.add(record);
    await audit.tokenMade(record);
    return this.#shown(record);
  }

  /** The token is refused from then on; its leases end by policy. Returns its old state. Rejects with NOT_FOUND. */
  async remove(name: string): Promise<NamedToken> {
    const { audit, tokens } = this.#deps;
    const known = tokens.find(name);
    const before = known && this.#shown(known);
    const record = await tokens.remove(name);
    await audit.tokenRemoved(record);
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
