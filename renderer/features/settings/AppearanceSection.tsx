import { Radio, Stack } from '@mantine/core';
import { themes } from '../../../electron/contract/choices.ts';
import { strings } from '../../ui/strings.ts';
import { LanguageSelect } from './LanguageSelect.tsx';
import { Section } from './Section.tsx';
import { SettingField } from './SettingField.tsx';
import { useSetting } from './useSetting.ts';

const text = strings.settings.appearance;

export function AppearanceSection() {
  const { value, error, saved, save } = useSetting('theme');
  return (
    <Section spot="appearance">
      <SettingField saved={saved}>
        <Radio.Group label={text.theme} value={value} error={error} onChange={(theme) => void save(theme)}>
          <Stack gap="xs" mt="xs">
            {themes.map((theme) => (
              <Radio key={theme} value={theme} label={text.themes[theme]} />
            ))}
          </Stack>
        </Radio.Group>
      </SettingField>
      <LanguageSelect />
    </Section>
  );
}
