import { Radio, Select, Stack } from '@mantine/core';
import { themes } from '../../../electron/contract/choices.ts';
import { languageChoices, languageOf, languages } from '../../../electron/contract/words/languages.ts';
import { usePlace } from '../../state/usePlace.ts';
import { strings } from '../../ui/strings.ts';
import { Section } from './Section.tsx';
import { SettingField } from './SettingField.tsx';
import { useSetting } from './useSetting.ts';

const text = strings.settings.appearance;

export function AppearanceSection() {
  const theme = useSetting('theme');
  return (
    <Section spot="appearance">
      <SettingField setting={theme}>
        <Radio.Group
          label={text.theme}
          value={theme.value}
          error={theme.error}
          onChange={(value) => void theme.save(value)}
        >
          <Stack gap="xs" mt="xs">
            {themes.map((value) => (
              <Radio key={value} value={value} label={text.themes[value]} />
            ))}
          </Stack>
        </Radio.Group>
      </SettingField>
      <LanguageSelect />
    </Section>
  );
}

/** A drop-down list, not a row of buttons: a choice reloads the page, which arrow keys alone must not do. */
function LanguageSelect() {
  const setting = useSetting('language');
  const [, go] = usePlace();
  const choose = (choice: string | null) => {
    // Brings the person back here after the reload.
    go('settings', 'appearance');
    void setting.save(choice);
  };
  return (
    <SettingField setting={setting}>
      <Select
        label={text.language}
        description={text.languageHint}
        data={languageChoices.map((choice) => ({
          value: choice,
          label:
            choice === 'auto' ? text.auto(languages[languageOf('auto', navigator.languages)]) : languages[choice].name,
        }))}
        renderOption={({ option }) => <span {...langOf(option.value)}>{option.label}</span>}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        value={setting.value}
        error={setting.error}
        onChange={choose}
      />
    </SettingField>
  );
}

function langOf(choice: string): { lang?: string } {
  return choice === 'auto' ? {} : { lang: choice };
}
