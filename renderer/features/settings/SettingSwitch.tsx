import { Switch } from '@mantine/core';
import { SettingField } from './SettingField.tsx';
import type { Setting } from './useSetting.ts';

interface SettingSwitchProps {
  label: string;
  description?: string;
  setting: Setting<boolean>;
}

export function SettingSwitch({ label, description, setting }: SettingSwitchProps) {
  const { value, error, save } = setting;
  return (
    <SettingField setting={setting} wide>
      <Switch
        label={label}
        description={description}
        checked={value}
        error={error}
        onChange={(event) => void save(event.currentTarget.checked)}
      />
    </SettingField>
  );
}
