import type { LedgerKind } from '../contract/state.ts';
import type { Settings } from '../contract/settings.ts';
import { verbatim } from '../contract/words/phrases.ts';
import type { Sessions } from './connection.ts';
import type { Ledger } from './numbers/ledger.ts';
import type { CorePorts } from './ports.ts';
import type { TokenRecord } from './sharing/tokens.ts';

export interface AuditDeps {
  ports: Pick<CorePorts, 'clock' | 'log'>;
  ledger: Pick<Ledger, 'commit'>;
  sessions: Pick<Sessions, 'current'>;
}

/** What is a secret and no setting, but is changed like one. */
type SecretName = 'credentials' | 'ngrokToken' | 'apiToken';

/**
 * Writes down what the host's own user changes for everybody, by name and without values. What happens to leases and
 * numbers is written together with them. Without an account there is no ledger, and nobody else to tell.
 */
export class Audit {
  readonly #deps: AuditDeps;

  constructor(deps: AuditDeps) {
    this.#deps = deps;
  }

  tokenMade({ name, limits }: TokenRecord): Promise<void> {
    const set = Object.entries(limits).flatMap(([limit, value]) => (value === null ? [] : [`${limit}: ${value}`]));
    return this.#write('tokenMade', name, set);
  }

  tokenRemoved({ name }: TokenRecord): Promise<void> {
    return this.#write('tokenRemoved', name, []);
  }

  async settingsChanged(before: Settings, after: Settings): Promise<void> {
    const names = (Object.keys(after) as (keyof Settings)[]).filter(
      (name) => name !== 'setup' && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
    );
    if (names.length > 0) await this.#write('settingsChanged', null, names);
  }

  secretChanged(name: SecretName): Promise<void> {
    return this.#write('settingsChanged', null, [name]);
  }

  /** Never rejects: the change itself is done, and a new token could not be told again. */
  async #write(kind: LedgerKind, holder: string | null, details: string[]): Promise<void> {
    const { ledger, ports, sessions } = this.#deps;
    if (!sessions.current()) return;
    const aboutNoNumber = { number: null, numberSid: null, country: null, leaseId: null, label: null, amount: null };
    const note = details.length > 0 ? verbatim(details.join(', ')) : null;
    const entry = { ...aboutNoNumber, at: ports.clock.now(), kind, holder, note };
    await ledger
      .commit({ entries: [entry] })
      .catch((thrown: unknown) => ports.log.error('A change could not be written into the ledger.', thrown));
  }
}
