import { useState } from 'react';
import { durationError, formatDuration, parseDuration, type DurationRange } from '../../ui/duration.ts';
import { DurationInput } from '../../ui/DurationInput.tsx';
import { SettingField } from './SettingField.tsx';
import { useDraft } from './useDraft.ts';
import type { Setting } from './useSetting.ts';

interface SettingDurationProps {
  label: string;
  description?: string;
  placeholder?: string;
  setting: Setting<number | null>;
  range: DurationRange;
  /** Whether empty means none. */
  optional?: boolean;
}

/** A duration that is saved on blur or Enter. */
export function SettingDuration({ setting, description, range, optional = false, ...props }: SettingDurationProps) {
  const { value, save, reset } = setting;
  const [wrong, setWrong] = useState<string | null>(null);
  const error = wrong ?? setting.error;
  const isNone = (typed: string) => optional && typed.trim() === '';
  const check = (typed: string) => {
    const problem = isNone(typed) ? null : durationError(typed, range);
    reset();
    setWrong(problem);
    return problem === null;
  };
  const draft = useDraft({
    stored: value === null ? '' : formatDuration(value),
    error,
    check,
    save: async (typed: string) => check(typed) && save(isNone(typed) ? null : parseDuration(typed)),
    reset: () => (setWrong(null), reset()),
  });
  return (
    <SettingField setting={setting}>
      <DurationInput
        {...props}
        // While typing, how it is understood stands in its place.
        {...(description !== undefined && !draft.isChanged && { description })}
        error={error}
        value={draft.shown}
        onChange={(event) => draft.type(event.currentTarget.value)}
        onBlur={() => void draft.commit()}
        onKeyDown={draft.onKeyDown}
      />
    </SettingField>
  );
}
