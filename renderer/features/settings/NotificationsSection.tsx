import { NativeSelect, Text } from '@mantine/core';
import { useAppState } from '../../state/context.ts';
import { notificationCodes } from '../../../electron/contract/choices.ts';
import { strings } from '../../ui/strings.ts';
import { Part, Section } from './Section.tsx';
import { SettingDuration } from './SettingDuration.tsx';
import { SettingField } from './SettingField.tsx';
import { SettingSwitch } from './SettingSwitch.tsx';
import { useSetting } from './useSetting.ts';

const text = strings.settings.notifications;

export function NotificationsSection() {
  const notifications = useSetting('notifications');
  const { desktop } = useAppState();
  return (
    <Section spot="notifications">
      <Part>
        <SettingSwitch label={text.switch} setting={notifications} />
        {desktop !== null && notifications.value && <CodesInNotifications />}
      </Part>
      <ClipboardPart />
    </Section>
  );
}

function CodesInNotifications() {
  const { codes, codesHint, codesChoices } = strings.desktop;
  const setting = useSetting('notificationCodes');
  return (
    <SettingField setting={setting}>
      <NativeSelect
        label={codes}
        description={codesHint}
        data={notificationCodes.map((choice) => ({ value: choice, label: codesChoices[choice] }))}
        value={setting.value}
        error={setting.error}
        onChange={(event) => void setting.save(event.currentTarget.value)}
      />
    </SettingField>
  );
}

function ClipboardPart() {
  const text = strings.settings.clipboard;
  const { clipboard } = useAppState().capabilities;
  const copyNumber = useSetting('copyNumber');
  const autoCopy = useSetting('autoCopy');
  const clear = useSetting('clearClipboardSeconds');
  return (
    <Part title={text.title}>
      <SettingSwitch label={text.copyNumber} setting={copyNumber} />
      <SettingSwitch label={text.autoCopy} description={text.autoCopyHints[clipboard]} setting={autoCopy} />
      {clipboard === 'host' ? (
        <SettingDuration
          label={text.clear}
          description={text.clearHint}
          placeholder={text.never}
          setting={clear}
          range={{ min: 5, max: 600 }}
          optional
        />
      ) : (
        <Text size="sm">{text.clearNotHere}</Text>
      )}
    </Part>
  );
}
