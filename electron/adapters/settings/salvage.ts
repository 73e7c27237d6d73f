import { firstSettings, limitNames, settingsSchema, type LimitName, type Settings } from '../../contract/settings.ts';

type Name = keyof Settings;
type Stored = Readonly<Record<string, unknown>>;

/** The result of salvaging damaged settings. */
export interface Salvaged {
  settings: Settings;
  /** Names of the settings taken from the last good copy, and of those reset to their default. */
  copied: Name[];
  lost: Name[];
}

const names = Object.keys(settingsSchema.shape) as Name[];
const isLimit = (name: Name): name is LimitName => (limitNames as readonly Name[]).includes(name);

/**
 * Recovers each setting by itself: the stored value if valid, else the last good copy's, else the default. A limit that
 * had to be reset must be confirmed. `stored` is null when nothing could be read; `copy` when there is none.
 */
export function salvage(stored: Stored | null, copy: Stored | null): Salvaged {
  const copied: Name[] = [];
  const lost: Name[] = [];
  const toConfirm: LimitName[] = [];
  const valueOf = (name: Name): unknown => {
    if (stored && isWhole(name, stored, copy)) return parsed(name, stored[name]).data;
    const known = copy && name in copy ? parsed(name, copy[name]) : null;
    // An unreadable limit was some limit: do not take "no limit" from the copy.
    const isLooser = isLimit(name) && known?.data === null && stored !== null;
    if (known?.success && !isLooser) {
      copied.push(name);
      return known.data;
    }
    lost.push(name);
    if (isLimit(name)) toConfirm.push(name);
    return firstSettings[name];
  };
  const values = Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Settings;
  // Then we also don't know which limits had to be confirmed.
  const before = lost.includes('limitsToConfirm') ? limitNames : values.limitsToConfirm;
  const limitsToConfirm = limitNames.filter((name) => toConfirm.includes(name) || before.includes(name));
  return { settings: { ...values, limitsToConfirm }, copied, lost };
}

/** Whether nothing needs salvaging. */
export function isUndamaged(stored: Stored, copy: Stored | null): boolean {
  return names.every((name) => isWhole(name, stored, copy));
}

/** Settings that an older version lacked are not missing; but limits are always written, so none can just disappear. */
function isWhole(name: Name, stored: Stored, copy: Stored | null): boolean {
  if (name in stored) return parsed(name, stored[name]).success;
  return !isLimit(name) || (copy?.[name] ?? null) === null;
}

function parsed(name: Name, value: unknown): { success: boolean; data?: unknown } {
  return settingsSchema.shape[name].safeParse(value);
}
