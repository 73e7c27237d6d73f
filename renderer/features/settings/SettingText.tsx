import { TextInput, type TextInputProps } from '@mantine/core';
import { SettingField } from './SettingField.tsx';
import { useDraft } from './useDraft.ts';
import type { Setting } from './useSetting.ts';

interface SettingTextProps extends Pick<TextInputProps, 'inputMode'> {
  label: string;
  description: string;
  setting: Setting<string | null>;
}

/** A text setting that is saved on blur or Enter; empty means none. */
export function SettingText({ label, description, setting, ...props }: SettingTextProps) {
  const { value, error, check, save, reset } = setting;
  const draft = useDraft({
    stored: value ?? '',
    error,
    check: (typed: string) => check(typed.trim() || null),
    save: (typed: string) => save(typed.trim() || null),
    reset,
  });
  return (
    <SettingField setting={setting}>
      <TextInput
        {...props}
        label={label}
        description={description}
        error={error}
        spellCheck={false}
        autoComplete="off"
        value={draft.shown}
        onChange={(event) => draft.type(event.currentTarget.value)}
        onBlur={() => void draft.commit()}
        onKeyDown={draft.onKeyDown}
      />
    </SettingField>
  );
}
