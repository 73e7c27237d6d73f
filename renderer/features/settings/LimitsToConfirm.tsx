import { Alert, Button, List } from '@mantine/core';
import type { SettingsPatch } from '../../../electron/contract/settings.ts';
import { useSelected } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';

const text = strings.money.toConfirm;

/** Limits that a damaged file has lost, as they are now; setting one confirms it, and so does the button for all of them. */
export function LimitsToConfirm() {
  const settings = useSelected((state) => state.settings);
  const { run, busy } = useAction('settings.update');
  const announce = useAnnounce();
  const names = settings.limitsToConfirm;
  if (names.length === 0) return null;
  const confirm = async () => {
    const patch: SettingsPatch = Object.fromEntries(names.map((name) => [name, settings[name]]));
    if (await run(patch)) announce(text.confirmed);
  };
  return (
    <Alert color="yellow" title={text.title}>
      {text.text}
      <List size="sm" my="xs">
        {names.map((name) => (
          <List.Item key={name}>
            {text.limit({ name: text.names[name], value: settings[name] ?? text.noLimit })}
          </List.Item>
        ))}
      </List>
      <Button size="xs" variant="default" loading={busy} onClick={() => void confirm()}>
        {text.confirm}
      </Button>
    </Alert>
  );
}
