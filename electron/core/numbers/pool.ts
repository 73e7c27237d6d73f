import type { Sessions } from '../connection.ts';
import type { CorePorts } from '../ports.ts';
import type { Preferences } from '../preferences.ts';
import { poolMembers } from './disposition.ts';
import type { Ledger } from './ledger.ts';
import { friendlyNameOf, wanted, type NumberRecord } from './number.ts';
import type { Purchaser } from './purchaser.ts';

export interface PoolDeps {
  ports: CorePorts;
  preferences: Preferences;
  sessions: Sessions;
  ledger: Ledger;
  purchaser: Pick<Purchaser, 'buy'>;
}

/** Numbers of the default country and type that are kept ready. */
export class Pool {
  readonly #deps: PoolDeps;

  constructor(deps: PoolDeps) {
    this.#deps = deps;
  }

  /** Buys one that waits for its first lease. Rejects with the reason when nothing was bought. */
  async buy(): Promise<void> {
    const { ledger, ports, preferences, purchaser, sessions } = this.#deps;
    const installation = await preferences.installation();
    const { country, type } = preferences.current();
    const id = ports.newId();
    const number: NumberRecord = {
      id,
      account: sessions.session().accountSid,
      friendlyName: friendlyNameOf(id, installation),
      origin: 'pool',
      policy: 'keep',
      country,
      leaseId: null,
      leases: 0,
      createdAt: ports.clock.now(),
      life: wanted,
    };
    await ledger.commit({ numbers: [number] });
    await purchaser.buy(id, { country, type, policy: 'keep' });
  }
}

interface PoolSize {
  ledger: Ledger;
  preferences: Preferences;
}

/** Call when a person no longer wants a number kept: shrinks the pool, or it would buy another one instead. Rejects with STORAGE_FAILED. */
export async function leavePool({ ledger, preferences }: PoolSize, record: NumberRecord): Promise<void> {
  const settings = preferences.current();
  const members = poolMembers(ledger.numbers(), settings);
  const isMember = members.some(({ id }) => id === record.id);
  if (isMember && members.length <= settings.poolSize) await preferences.update({ poolSize: settings.poolSize - 1 });
}
