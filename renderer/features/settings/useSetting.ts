import { useTimeout } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { toFailure } from '../../../electron/contract/errors.ts';
import { settingsPatchSchema, type Settings } from '../../../electron/contract/settings.ts';
import { useAppState, useClient } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { failureLine } from '../../ui/HostText.tsx';
import { strings } from '../../ui/strings.ts';
import { fieldErrors } from '../../ui/validation.ts';

const savedShownForMs = 3000;

export interface Setting<T> {
  name: keyof Settings;
  value: T;
  /** What is wrong with the last value that was tried. */
  error: ReactNode;
  saved: boolean;
  /** Resolves to whether the setting has this value now. */
  save: (value: unknown) => Promise<boolean>;
  /** Shows what is wrong with a value, without saving it. Returns whether it may be saved. */
  check: (value: unknown) => boolean;
  /** Clears the error, because the stored value is shown again. */
  reset: () => void;
}

/** A setting that saves itself: the contract's schema checks it first, then the host, then it shows "Saved". */
export function useSetting<K extends keyof Settings>(key: K): Setting<Settings[K]> {
  const client = useClient();
  const announce = useAnnounce();
  const value = useAppState().settings[key];
  const [error, setError] = useState<ReactNode>(null);
  const [saved, setSaved] = useState(false);
  const { start } = useTimeout(() => setSaved(false), savedShownForMs);

  const check = (next: unknown) => {
    const wrong = fieldErrors(settingsPatchSchema, { [key]: next })[key] ?? null;
    setError(wrong);
    return wrong === null;
  };
  const save = async (next: unknown) => {
    if (!check(next)) return false;
    if (next === value) return true;
    try {
      await client.call('settings.update', { [key]: next });
      setSaved(true);
      announce(strings.common.saved);
      start();
      return true;
    } catch (thrown) {
      setError(failureLine(toFailure(thrown)));
      return false;
    }
  };
  return { name: key, value, error, saved, save, check, reset: () => setError(null) };
}
