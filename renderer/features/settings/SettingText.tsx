import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';

interface SettingTextProps extends Pick<TextInputProps, 'inputMode'> {
  label: string;
  description: string;
  setting: { value: string | null; error: string | null; save: (value: string | null) => Promise<boolean> };
}

/** A text setting that saves itself on blur or Enter; empty means none. */
export function SettingText({ label, description, setting, ...props }: SettingTextProps) {
  /** What is being typed; null shows the saved value. */
  const [draft, setDraft] = useState<string | null>(null);
  const { value, error, save } = setting;
  const commit = async () => {
    if (draft !== null && (await save(draft.trim() || null))) setDraft(null);
  };
  return (
    <TextInput
      {...props}
      label={label}
      description={description}
      error={error}
      spellCheck={false}
      autoComplete="off"
      value={draft ?? value ?? ''}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => void commit()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void commit();
      }}
    />
  );
}
