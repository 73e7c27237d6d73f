import { defaultSettings, settingsSchema, type Settings, type SettingsPatch } from '../contract/settings.ts';
import { compileRules } from './otp/rules/rules.ts';
import type { Notices } from './notices.ts';
import type { SettingsStore } from './ports.ts';

const receptionFields = ['reception', 'publicUrl', 'ngrokDomain'] as const satisfies (keyof Settings)[];

/** The settings of this run, on disk as soon as they change. */
export class Preferences {
  #store: SettingsStore;
  #current: Settings;
  #newId: () => string;
  #onChange: (settings: Settings) => void;

  constructor(store: SettingsStore, notices: Notices, newId: () => string, onChange: (settings: Settings) => void) {
    this.#store = store;
    this.#newId = newId;
    this.#onChange = onChange;
    this.#current = store.read();
    if (store.recovered) notices.settingsRecovered(store.recovered.movedTo);
    onChange(this.#current);
  }

  current(): Settings {
    return this.#current;
  }

  /** The name of this data folder in the marks of its numbers; made at the first call. Eight letters and digits. */
  installation(): string {
    const { installation } = this.#current;
    if (installation !== null) return installation;
    const made = this.#newId()
      .toLowerCase()
      .replace(/[^0-9a-z]/g, '')
      .slice(-8)
      .padStart(8, '0');
    this.#become({ ...this.#current, installation: made });
    return made;
  }

  /** Whoever sets the app up by its environment needs no first run. On disk with the next change. */
  skipSetup(): void {
    this.#current = { ...this.#current, setup: 'done' };
    this.#onChange(this.#current);
  }

  /** Answers whether the way in of messages changed. Throws INVALID_INPUT or STORAGE_FAILED, and then nothing has changed. */
  update(patch: SettingsPatch): boolean {
    const before = this.#current;
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    const papers = { ...before.papers, ...patch.papers };
    const after = settingsSchema.parse({ ...before, ...given, papers });
    if (patch.rules) compileRules(after.rules);
    this.#become(after);
    return receptionFields.some((field) => before[field] !== after[field]);
  }

  /** As at the very first start. Throws STORAGE_FAILED. */
  reset(): void {
    this.#become(defaultSettings);
  }

  #become(settings: Settings): void {
    this.#store.write(settings);
    this.#current = settings;
    this.#onChange(settings);
  }
}
