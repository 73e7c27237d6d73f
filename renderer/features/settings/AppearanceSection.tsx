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

/** A drop-down list, not a row of buttons: a choice reloads the page, which arrow keys alone must not do. */
function LanguageSelect() {
  const { value, error, saved, save } = useSetting('language');
  const [, go] = usePlace();
  const choose = (choice: string | null) => {
    // Brings the person back here after the reload.
    go('settings', 'appearance');
    void save(choice);
  };
  return (
    <SettingField saved={saved}>
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
        value={value}
        error={error}
        onChange={choose}
      />
    </SettingField>
  );
}

function langOf(choice: string): { lang?: string } {
  return choice === 'auto' ? {} : { lang: choice };
}
