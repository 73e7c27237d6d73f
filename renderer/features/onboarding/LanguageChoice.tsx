import { Group, UnstyledButton } from '@mantine/core';
import { languages } from '../../../electron/contract/choices.ts';
import { currentLanguage, languageNames } from '../../language.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';

/** Before there is anything to set: each language named in itself. The page is loaded again in the one that is chosen. */
export function LanguageChoice() {
  const { run } = useAction('settings.update');
  return (
    <Group component="nav" justify="center" gap="xs" aria-label={strings.settings.appearance.language}>
      {languages.map((language) => (
        <UnstyledButton
          key={language}
          lang={language}
          className="setup-language"
          aria-current={language === currentLanguage() || undefined}
          onClick={() => void run({ language })}
        >
          {languageNames[language]}
        </UnstyledButton>
      ))}
    </Group>
  );
}
