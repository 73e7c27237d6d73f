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

export type Sharing = ReturnType<typeof createSharing>;

/** What the host's own user does with the tokens of others. */
export function createSharing({ tokens, clock, ledger, budgets }: SharingDeps) {
  const shown = ({ name, createdAt, limits }: TokenRecord): NamedToken => ({
    name,
    since: iso(createdAt),
    limits: {
      leases: limits.leases,
      perDay: inMoney(limits.perDay, budgets.all.currency),
      perMonth: inMoney(limits.perMonth, budgets.all.currency),
    },
    used: {
      leases: ledger.leases().filter(({ holder, life }) => holder === name && isOpen(life)).length,
      ...budgets.spendingOf(name),
    },
  });
  return {
    /** By their age, the oldest first. */
    list: (): NamedToken[] => tokens.all().map(shown),
    /** What tells a token: the SHA-256 of each, in hexadecimal digits. */
    hashes: (): Pick<TokenRecord, 'name' | 'hash'>[] => tokens.all(),
    /** Rejects with CONFLICT when there is one of this name. */
    async add({ name, leases, perDay, perMonth }: NewToken, hash: string): Promise<NamedToken> {
      const limits = { leases: leases ?? null, perDay: perDay ?? null, perMonth: perMonth ?? null };
      const record: TokenRecord = { name, hash, createdAt: clock.now(), limits };
      await tokens.add(record);
      return shown(record);
    },
    /** It is refused from then on, and its leases end by their policies. Answers how it was. Rejects with NOT_FOUND. */
    async remove(name: string): Promise<NamedToken> {
      const known = tokens.find(name);
      const before = known && shown(known);
      return tokens.remove(name).then((record) => before ?? shown(record));
    },
  };
}

function inMoney(amount: string | null, currency: string): Money | null {
  return amount === null ? null : { amount, currency };
}
