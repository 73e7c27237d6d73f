import { useTimeout } from '@mantine/hooks';
import { useState } from 'react';
import { toFailure } from '../../../electron/contract/errors.ts';
import { settingsPatchSchema, type Settings, type SettingsPatch } from '../../../electron/contract/settings.ts';
import { useAppState, useClient } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { strings } from '../../ui/strings.ts';
import { fieldErrors } from '../../ui/validation.ts';

const savedShownForMs = 3000;

interface Setting<T> {
  value: T;
  /** What is wrong with what was tried last. */
  error: string | null;
  saved: boolean;
  /** Resolves to whether the setting has this value now. */
  save: (value: unknown) => Promise<boolean>;
}

/** One setting that saves itself: the contract's schema first, then the host, then "Saved". */
export function useSetting<K extends keyof Settings>(key: K): Setting<Settings[K]> {
  const client = useClient();
  const announce = useAnnounce();
  const value = useAppState().settings[key];
  const [error, setError] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const { start } = useTimeout(() => setSaved(false), savedShownForMs);

  const save = async (next: unknown) => {
    const patch = { [key]: next } as SettingsPatch;
    const wrong = fieldErrors(settingsPatchSchema, patch)[key] ?? null;
    setError(wrong);
    if (wrong !== null) return false;
    if (next === value) return true;
    try {
      await client.call('settings.update', patch);
      setSaved(true);
      announce(strings.common.saved);
      start();
      return true;
    } catch (thrown) {
      const { message, hint } = toFailure(thrown);
      setError(`${message} ${hint}`);
      return false;
    }
  };
  return { value, error, saved, save };
}
