import { Stack, Text, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { DesktopState } from '../../../electron/contract/host.ts';
import { useSelected } from '../../state/context.ts';
import { failureLine } from '../../ui/HostText.tsx';
import { strings } from '../../ui/strings.ts';
import { LeaveTeam } from '../team/LeaveTeam.tsx';
import { TeamForm } from '../team/TeamForm.tsx';
import { acceleratorOf, spelled } from './accelerator.ts';
import { Part, Section } from './Section.tsx';
import { SettingField } from './SettingField.tsx';
import { SettingSwitch } from './SettingSwitch.tsx';
import { placeFor } from './useArrival.ts';
import { useSetting } from './useSetting.ts';

const text = strings.desktop;

/** Settings that only the desktop app has. */
export function DesktopSection() {
  const desktop = useSelected((state) => state.desktop);
  return (
    <Section spot="desktop">
      <Part>{desktop !== null && <DesktopSettings desktop={desktop} />}</Part>
      {desktop !== null && <TeamPart team={desktop.team} />}
    </Section>
  );
}

/** Whose numbers the app shows. */
function TeamPart({ team }: Pick<DesktopState, 'team'>) {
  return (
    <Part title={strings.team.title}>
      <div {...placeFor('team')}>
        {team === null ? (
          <TeamForm />
        ) : (
          <Stack align="flex-start">
            <Text size="sm">{strings.team.shows({ url: team.url })}</Text>
            {team.kept > 0 && <Text size="sm">{strings.team.kept({ count: team.kept })}</Text>}
            <LeaveTeam />
          </Stack>
        )}
      </div>
    </Part>
  );
}

function DesktopSettings({ desktop }: { desktop: DesktopState }) {
  const closeToTray = useSetting('closeToTray');
  const login = useSetting('startAtLogin');
  const { loginProblem, system } = desktop;
  const loginError = login.error ?? (loginProblem && failureLine(loginProblem));
  return (
    <>
      <ShortcutField desktop={desktop} />
      {/* Mac apps keep running without a window anyway. */}
      {system !== 'macOS' && (
        <SettingSwitch label={text.closeToTray} description={text.closeToTrayHint} setting={closeToTray} />
      )}
      <SettingSwitch
        label={text.startAtLogin}
        description={text.startAtLoginHint}
        setting={{ ...login, error: loginError }}
      />
    </>
  );
}

/** A field that records the keys pressed in it. */
function ShortcutField({ desktop: { system, shortcutProblem } }: { desktop: DesktopState }) {
  const setting = useSetting('globalShortcut');
  const { value, error, save, reset } = setting;
  const onKeyDown = (event: KeyboardEvent) => {
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.key === 'Tab' && plain) return;
    // Keep the keys from doing what they usually do.
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return reset();
    if (event.key === 'Backspace' && plain) return void save(null);
    const keys = acceleratorOf(event.nativeEvent);
    if (keys !== null) void save(keys);
  };
  return (
    <SettingField setting={setting}>
      <TextInput
        label={text.shortcut}
        description={text.shortcutHint}
        placeholder={text.shortcutNone}
        readOnly
        value={value === null ? '' : spelled(value, system)}
        error={error ?? (shortcutProblem && failureLine(shortcutProblem))}
        onKeyDown={onKeyDown}
        onBlur={reset}
      />
    </SettingField>
  );
}
