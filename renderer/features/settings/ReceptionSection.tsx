import { Radio, Stack } from '@mantine/core';
import type { Settings } from '../../../electron/contract/settings.ts';
import { strings } from '../../ui/strings.ts';
import { HealthPart } from './HealthPart.tsx';
import { NgrokRootCas } from './NgrokRootCas.tsx';
import { NgrokToken } from './NgrokToken.tsx';
import { PausePart } from './PausePart.tsx';
import { Part, Section } from './Section.tsx';
import { SettingField } from './SettingField.tsx';
import { SettingText } from './SettingText.tsx';
import { useSetting } from './useSetting.ts';

const text = strings.settings.reception;

const choices: { value: Settings['reception']; label: string; hint: string }[] = [
  { value: 'auto', label: text.auto, hint: text.autoHint },
  { value: 'ngrok', label: text.ngrok, hint: text.ngrokHint },
  { value: 'url', label: text.url, hint: text.urlHint },
  { value: 'polling', label: text.polling, hint: text.pollingHint },
];

/** How SMS get here, with only the fields that matter for the choice; and how that goes. */
export function ReceptionSection() {
  const { value: kind, error, saved, save } = useSetting('reception');
  const publicUrl = useSetting('publicUrl');
  const domain = useSetting('ngrokDomain');
  return (
    <Section spot="reception">
      <Part>
        <SettingField saved={saved} wide>
          <Radio.Group label={text.how} value={kind} error={error} onChange={(value) => void save(value)}>
            <Stack gap="xs" mt="xs">
              {choices.map(({ value, label, hint }) => (
                <Radio key={value} value={value} label={label} description={hint} />
              ))}
            </Stack>
          </Radio.Group>
        </SettingField>
        {(kind === 'auto' || kind === 'url') && (
          <SettingText label={text.publicUrl} description={text.publicUrlHint} setting={publicUrl} />
        )}
        {(kind === 'auto' || kind === 'ngrok') && (
          <>
            <NgrokToken />
            <SettingText label={text.ngrokDomain} description={text.ngrokDomainHint} setting={domain} />
            <NgrokRootCas />
          </>
        )}
      </Part>
      <PausePart />
      <HealthPart />
    </Section>
  );
}
