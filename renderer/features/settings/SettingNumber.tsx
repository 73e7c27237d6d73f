import { NumberInput, type NumberInputProps } from '@mantine/core';
import { SettingField } from './SettingField.tsx';
import { useDraft } from './useDraft.ts';
import type { Setting } from './useSetting.ts';

interface SettingNumberProps extends Pick<NumberInputProps, 'min' | 'max' | 'placeholder'> {
  label: string;
  description: string;
  setting: Setting<number | null>;
}

/** A whole number that is saved on blur or Enter; empty means none, where the setting allows it. */
export function SettingNumber({ label, description, setting, ...props }: SettingNumberProps) {
  const { value, error, check, save, reset } = setting;
  const draft = useDraft({
    stored: value ?? '',
    error,
    check: (typed: number | string) => check(typed === '' ? null : typed),
    save: (typed: number | string) => save(typed === '' ? null : typed),
    reset,
  });
  return (
    <SettingField setting={setting}>
      <NumberInput
        {...props}
        label={label}
        description={description}
        error={error}
        allowDecimal={false}
        allowNegative={false}
        // Invalid input stays in the field, so that it can be corrected.
        clampBehavior="none"
        value={draft.shown}
        onChange={draft.type}
        onBlur={() => void draft.commit()}
        onKeyDown={draft.onKeyDown}
      />
    </SettingField>
  );
}
