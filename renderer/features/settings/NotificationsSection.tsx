import { strings } from '../../ui/strings.ts';
import { Part, Section } from './Section.tsx';
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
    </Section>
  );
}
