import { firstSettings, limitNames, settingsSchema, type LimitName, type Settings } from '../../contract/settings.ts';

type Name = keyof Settings;
type Stored = Readonly<Record<string, unknown>>;

/** What was made of damaged settings. */
export interface Salvaged {
  settings: Settings;
  /** The names of what was taken from the last good copy, and of what has its default. */
  copied: Name[];
  lost: Name[];
}

const names = Object.keys(settingsSchema.shape) as Name[];
const isLimit = (name: Name): name is LimitName => (limitNames as readonly Name[]).includes(name);

/**
 * Each setting by itself: as it is stored; where that is not valid, as it is in the last good copy; else its default. A
 * limit that is not known then is one to be confirmed. `stored` is null where nothing could be read; `copy` where there is
 * none.
 */
export function salvage(stored: Stored | null, copy: Stored | null): Salvaged {
  const copied: Name[] = [];
  const lost: Name[] = [];
  const toConfirm: LimitName[] = [];
  const valueOf = (name: Name): unknown => {
    if (stored && isWhole(name, stored, copy)) return parsed(name, stored[name]).data;
    const known = copy && name in copy ? parsed(name, copy[name]) : null;
    // No limit is not what a value stood for that cannot be read.
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
  // Which limits were to be confirmed is not known either.
  const before = lost.includes('limitsToConfirm') ? limitNames : values.limitsToConfirm;
  const limitsToConfirm = limitNames.filter((name) => toConfirm.includes(name) || before.includes(name));
  return { settings: { ...values, limitsToConfirm }, copied, lost };
}

/** Whether there is nothing to be salvaged. */
export function isUndamaged(stored: Stored, copy: Stored | null): boolean {
  return names.every((name) => isWhole(name, stored, copy));
}

/** What an older version did not have is not missing; a limit is always written, and does not go by itself. */
function isWhole(name: Name, stored: Stored, copy: Stored | null): boolean {
  if (name in stored) return parsed(name, stored[name]).success;
  return !isLimit(name) || (copy?.[name] ?? null) === null;
}

function parsed(name: Name, value: unknown): { success: boolean; data?: unknown } {
  return settingsSchema.shape[name].safeParse(value);
}
