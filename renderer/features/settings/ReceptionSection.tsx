import { Radio, Stack, Switch, Text } from '@mantine/core';
import type { Settings } from '../../../electron/contract/settings.ts';
import { isWithoutToken } from '../../../electron/contract/state.ts';
import { useAppState, useSelected } from '../../state/context.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { NgrokToken } from './NgrokToken.tsx';
import { Part, Section } from './Section.tsx';
import { SettingField } from './SettingField.tsx';
import { SettingSwitch } from './SettingSwitch.tsx';
import { SettingText } from './SettingText.tsx';
import { placeFor } from './useArrival.ts';
import { useSetting } from './useSetting.ts';

const text = strings.settings.reception;
const pause = strings.reception.pause;

const choices: { value: Settings['reception']; label: string; hint: string }[] = [
  { value: 'auto', label: text.auto, hint: text.autoHint },
  { value: 'ngrok', label: text.ngrok, hint: text.ngrokHint },
  { value: 'url', label: text.url, hint: text.urlHint },
  { value: 'polling', label: text.polling, hint: text.pollingHint },
];

/** How SMS get here, with only the fields that matter for the choice. */
export function ReceptionSection() {
  const setting = useSetting('reception');
  const withoutToken = useSelected(isWithoutToken);
  const { value: kind, error, save } = setting;
  return (
    <Section spot="reception">
      <Part>
        {withoutToken && <Text size="sm">{strings.onboarding.withoutToken}</Text>}
        <SettingField setting={setting} wide>
          <Radio.Group label={text.how} value={kind} error={error} onChange={(value) => void save(value)}>
            <Stack gap="xs" mt="xs">
              {choices.map(({ value, label, hint }) => (
                <Radio key={value} value={value} label={label} description={hint} />
              ))}
            </Stack>
          </Radio.Group>
        </SettingField>
        {(kind === 'auto' || kind === 'url') && <PublicUrl />}
        {(kind === 'auto' || kind === 'ngrok') && (
          <>
            <NgrokToken />
            <NgrokDomain />
            <NgrokRootCas />
          </>
        )}
      </Part>
      <PausePart />
    </Section>
  );
}

// Each field has its own error, which goes with it when another way is chosen.
function PublicUrl() {
  const setting = useSetting('publicUrl');
  return <SettingText label={text.publicUrl} description={text.publicUrlHint} setting={setting} />;
}

function NgrokDomain() {
  const setting = useSetting('ngrokDomain');
  return <SettingText label={text.ngrokDomain} description={text.ngrokDomainHint} setting={setting} />;
}

/** Whose certificates to accept from ngrok's server; only shown as text when the environment sets it. */
function NgrokRootCas() {
  const setting = useSetting('ngrokRootCas');
  const fixed = useSelected((state) => state.fixed.ngrokRootCas);
  if (fixed !== null) return <Text size="sm">{text.rootCasSource({ words: text.rootCasFixed[fixed] })}</Text>;
  const asSwitch = {
    ...setting,
    value: setting.value === 'host',
    save: (isOn: unknown) => setting.save(isOn ? 'host' : 'trusted'),
  };
  return <SettingSwitch label={text.rootCas} description={text.rootCasHint} setting={asSwitch} />;
}

/** Not a setting: the pause ends with the app, so that nobody misses codes because of last week's pause. */
function PausePart() {
  const { pausedSince } = useAppState();
  const { run } = useAction('reception.pause');
  return (
    <Part>
      <Switch
        {...placeFor('pause')}
        label={pause.switch}
        description={pause.switchHint}
        checked={pausedSince !== null}
        onChange={(event) => void run({ paused: event.currentTarget.checked })}
      />
    </Part>
  );
}
