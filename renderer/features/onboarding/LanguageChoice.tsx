import { Group, UnstyledButton } from '@mantine/core';
import { languages, type Language } from '../../../electron/contract/words/languages.ts';
import { currentLanguage } from '../../language.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';

/** Before there is anything to set: each language named in itself. The page is loaded again in the one that is chosen. */
export function LanguageChoice() {
  const { run } = useAction('settings.update');
  return (
    <Group component="nav" justify="center" gap="xs" aria-label={strings.settings.appearance.language}>
      {(Object.keys(languages) as Language[]).map((language) => (
        <UnstyledButton
          key={language}
          lang={language}
          className="setup-language"
          aria-current={language === currentLanguage() || undefined}
          onClick={() => void run({ language })}
        >
          {languages[language].name}
        </UnstyledButton>
      ))}
    </Group>
  );
}
