import type { Settings } from '../../contract/settings.ts';
import type { Clock } from '../ports.ts';
import type { Wish } from './allocate.ts';
import { poolMembers } from './disposition.ts';
import type { Ledger } from './ledger.ts';
import { friendlyNameOf, wanted, type NumberRecord } from './number.ts';

export interface PoolDeps {
  ledger: Ledger;
  clock: Clock;
  newId(): string;
  installation(): string;
  settings(): Settings;
  session(): { accountSid: string };
  buy(numberId: string, wish: Wish): Promise<void>;
}

/** Buys a number of the default country and type that waits for its first lease. Rejects with the reason when nothing was bought. */
export async function buyForPool(deps: PoolDeps): Promise<void> {
  const { clock, ledger, newId, installation, session, settings } = deps;
  const { country, type } = settings();
  const id = newId();
  const number: NumberRecord = {
    id,
    account: session().accountSid,
    friendlyName: friendlyNameOf(id, installation()),
    origin: 'pool',
    policy: 'keep',
    country,
    leaseId: null,
    leases: 0,
    createdAt: clock.now(),
    life: wanted,
  };
  await ledger.commit({ numbers: [number] });
  await deps.buy(id, { country, type, policy: 'keep' });
}

export interface PoolSize {
  ledger: Ledger;
  settings(): Settings;
  /** The pool is wanted smaller. */
  setPoolSize(size: number): void;
}

/** A number that a person does not want kept any more: the pool is made smaller, or it would buy another in its place. */
export function leavePool({ ledger, settings, setPoolSize }: PoolSize, record: NumberRecord): void {
  const members = poolMembers(ledger.numbers(), settings());
  const isMember = members.some(({ id }) => id === record.id);
  if (isMember && members.length <= settings().poolSize) setPoolSize(settings().poolSize - 1);
}
