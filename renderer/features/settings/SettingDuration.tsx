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
  const { value, error, save, reset } = setting;
  const [wrong, setWrong] = useState<string | null>(null);
  const draft = useDraft({
    stored: value === null ? '' : formatDuration(value),
    save: async (typed: string) => {
      if (optional && typed.trim() === '') return save(null);
      const problem = durationError(typed, range);
      setWrong(problem);
      return problem === null && save(parseDuration(typed));
    },
    reset: () => (setWrong(null), reset()),
  });
  return (
    <SettingField setting={setting}>
      <DurationInput
        {...props}
        // While typing, how it is understood stands in its place.
        {...(description !== undefined && !draft.isChanged && { description })}
        error={wrong ?? error}
        value={draft.shown}
        onChange={(event) => draft.type(event.currentTarget.value)}
        onBlur={() => void draft.commit()}
        onKeyDown={draft.onKeyDown}
      />
    </SettingField>
  );
}
