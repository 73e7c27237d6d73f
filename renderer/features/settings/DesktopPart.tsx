import type { DesktopState } from '../../../electron/contract/host.ts';
import { failureLine } from '../../ui/HostText.tsx';
import { strings } from '../../ui/strings.ts';
import { Part } from './Section.tsx';
import { SettingSwitch } from './SettingSwitch.tsx';
import { ShortcutField } from './ShortcutField.tsx';
import { useSetting } from './useSetting.ts';

const text = strings.desktop;

/** What only the desktop app can do. */
export function DesktopPart({ desktop }: { desktop: DesktopState }) {
  const closeToTray = useSetting('closeToTray');
  const login = useSetting('startAtLogin');
  const { loginProblem, system } = desktop;
  const loginError = login.error ?? (loginProblem && failureLine(loginProblem));
  return (
    <Part title={text.title}>
      <ShortcutField desktop={desktop} />
      {/* A Mac's apps go on without a window anyway. */}
      {system !== 'macOS' && (
        <SettingSwitch label={text.closeToTray} description={text.closeToTrayHint} setting={closeToTray} />
      )}
      <SettingSwitch
        label={text.startAtLogin}
        description={text.startAtLoginHint}
        setting={{ ...login, error: loginError }}
      />
    </Part>
  );
}
