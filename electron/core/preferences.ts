import pLimit from 'p-limit';
import {
  defaultSettings,
  limitNames,
  settingsSchema,
  type LimitName,
  type Settings,
  type SettingsPatch,
} from '../contract/settings.ts';
import { unknownLimits } from './money/unknownLimits.ts';
import type { Notices } from './notices.ts';
import type { LeaseLimit } from './numbers/leaseLimit.ts';
import { compileRules } from './otp/rules/rules.ts';
import type { Ports } from './ports.ts';

type PreferencesPorts = Pick<Ports, 'settings' | 'newId' | 'environment'>;

const receptionFields = ['reception', 'publicUrl', 'ngrokDomain', 'ngrokRootCas'] as const satisfies (keyof Settings)[];

/** What a change did. */
export interface Changed {
  before: Settings;
  after: Settings;
  /** Whether the way in is another one now. */
  reception: boolean;
}

/** The settings of this run. A change counts once it is stored. */
export class Preferences {
  #ports: PreferencesPorts;
  #notices: Notices;
  #current: Settings;
  #onChange: (settings: Settings) => void;
  #inTurn = pLimit(1);

  constructor(ports: PreferencesPorts, notices: Notices, onChange: (settings: Settings) => void) {
    this.#ports = ports;
    this.#notices = notices;
    this.#onChange = onChange;
    const { settings } = ports;
    this.#current = settings.read();
    if (settings.recovered) notices.settingsRecovered(settings.recovered);
    this.#tell();
  }

  current(): Settings {
    return this.#current;
  }

  /** How long a lease may run, in seconds; null: no limit. */
  leaseLimit(): LeaseLimit {
    return this.#ports.environment.maxLeaseSeconds ?? this.#current.maxLeaseSeconds;
  }

  /** How long the number of a lease that does not say so rests afterwards, in seconds; 0: not at all. */
  quarantineSeconds(): number {
    return this.#ports.environment.quarantineSeconds ?? this.#current.quarantineSeconds;
  }

  /** Messages older than this many days are wiped; null: none are. */
  retentionDays(): number | null {
    return this.#ports.environment.retentionDays ?? this.#current.retentionDays;
  }

  /** See BudgetDeps. */
  unknownLimits(): LimitName[] {
    return unknownLimits(this.#current, this.#ports.environment);
  }

  /** What was spent is no longer known, so a person has to confirm the spending limits. Rejects with STORAGE_FAILED. */
  spendingLost(): Promise<void> {
    return this.#inTurn(async () => {
      const before = this.#current.limitsToConfirm;
      const limitsToConfirm = limitNames.filter((name) => before.includes(name) || this.#isSpendingLimit(name));
      if (limitsToConfirm.length > before.length) await this.#become({ ...this.#current, limitsToConfirm });
    });
  }

  #isSpendingLimit(name: LimitName): boolean {
    return (name === 'limitPerDay' || name === 'limitPerMonth') && this.#current[name] !== null;
  }

  /**
   * This data folder's name in the marks of its numbers: eight letters and digits, made at the first call. Rejects with
   * STORAGE_FAILED.
   */
  installation(): Promise<string> {
    return this.#inTurn(async () => {
      const { installation } = this.#current;
      if (installation !== null) return installation;
      const made = this.#ports
        .newId()
        .toLowerCase()
        .replace(/[^0-9a-z]/g, '')
        .slice(-8)
        .padStart(8, '0');
      await this.#become({ ...this.#current, installation: made });
      return made;
    });
  }

  /** An app set up by its environment needs no first run. On disk with the next change. */
  skipSetup(): void {
    this.#current = { ...this.#current, setup: 'done' };
    this.#tell();
  }

  /** Resolves once it is stored. Rejects with INVALID_INPUT or STORAGE_FAILED, and then changes nothing. */
  update(patch: SettingsPatch): Promise<Changed> {
    return this.#inTurn(() => this.#update(patch));
  }

  /** As at the very first start. Rejects with STORAGE_FAILED. */
  reset(): Promise<void> {
    return this.#inTurn(() => this.#become(defaultSettings));
  }

  async #update(patch: SettingsPatch): Promise<Changed> {
    const before = this.#current;
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    const papers = { ...before.papers, ...patch.papers };
    // Setting a limit, even to its current value, confirms it.
    const limitsToConfirm = before.limitsToConfirm.filter((name) => patch[name] === undefined);
    const after = settingsSchema.parse({ ...before, ...given, papers, limitsToConfirm });
    if (patch.rules) compileRules(after.rules);
    await this.#become(after);
    return { before, after, reception: receptionFields.some((field) => before[field] !== after[field]) };
  }

  async #become(settings: Settings): Promise<void> {
    await this.#ports.settings.write(settings);
    this.#current = settings;
    this.#tell();
  }

  #tell(): void {
    this.#onChange(this.#current);
    this.#notices.limitsUnknown(this.unknownLimits());
  }
}
