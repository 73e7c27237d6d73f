import { Text } from '@mantine/core';
import { useAppState } from '../../state/context.ts';
import { strings } from '../../ui/strings.ts';
import { Part, Section } from './Section.tsx';
import { SettingNumber } from './SettingNumber.tsx';
import { SettingSwitch } from './SettingSwitch.tsx';
import { useSetting } from './useSetting.ts';

const text = strings.settings.notifications;

export function NotificationsSection() {
  const notifications = useSetting('notifications');
  return (
    <Section spot="notifications">
      <Part>
        <SettingSwitch label={text.switch} setting={notifications} />
      </Part>
      <ClipboardPart />
    </Section>
  );
}

function ClipboardPart() {
  const text = strings.settings.clipboard;
  const { clipboard } = useAppState().capabilities;
  const autoCopy = useSetting('autoCopy');
  const clear = useSetting('clearClipboardSeconds');
  return (
    <Part title={text.title}>
      <SettingSwitch label={text.autoCopy} description={text.autoCopyHints[clipboard]} setting={autoCopy} />
      {clipboard === 'host' ? (
        <SettingNumber label={text.clear} description={text.clearHint} placeholder={text.never} setting={clear} />
      ) : (
        <Text size="sm">{text.clearNotHere}</Text>
      )}
    </Part>
  );
}
