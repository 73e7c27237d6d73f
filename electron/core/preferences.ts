import { settingsSchema, type Settings, type SettingsPatch } from '../contract/settings.ts';
import { compileRules } from './otp/rules/rules.ts';
import type { Notices } from './notices.ts';
import type { SettingsStore } from './ports.ts';

const receptionFields = ['reception', 'publicUrl', 'ngrokDomain'] as const satisfies (keyof Settings)[];

/** The settings of this run, on disk as soon as they change. */
export class Preferences {
  #store: SettingsStore;
  #current: Settings;
  #onChange: (settings: Settings) => void;

  constructor(store: SettingsStore, notices: Notices, onChange: (settings: Settings) => void) {
    this.#store = store;
    this.#onChange = onChange;
    this.#current = store.read();
    if (store.recovered) notices.settingsRecovered(store.recovered.movedTo);
    onChange(this.#current);
  }

  current(): Settings {
    return this.#current;
  }

  /** Answers whether the way in of messages changed. Throws INVALID_INPUT or STORAGE_FAILED, and then nothing has changed. */
  update(patch: SettingsPatch): boolean {
    const before = this.#current;
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    const after = settingsSchema.parse({ ...before, ...given });
    if (patch.rules) compileRules(after.rules);
    this.#store.write(after);
    this.#current = after;
    this.#onChange(after);
    return receptionFields.some((field) => before[field] !== after[field]);
  }
}
