import { Checkbox, Group, Kbd, Stack, Text } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useSelected } from '../state/context.ts';
import { Dialog } from './Dialog.tsx';
import { shortcutsOf } from './shortcuts.ts';
import { strings } from './strings.ts';

/** Whether keys without Ctrl or ⌘ work. WCAG 2.1.4 asks for a way to turn them off. */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useLocalStorage({ key: 'otp-dock.help-key', defaultValue: true, getInitialValueInEffect: false });
  return [on, setOn];
}

const text = strings.shortcuts;

interface ShortcutsDialogProps {
  opened: boolean;
  close: () => void;
  singleKeys: boolean;
  setSingleKeys: (on: boolean) => void;
}

export function ShortcutsDialog({ opened, close, singleKeys, setSingleKeys }: ShortcutsDialogProps) {
  const isDesktop = useSelected(({ desktop }) => desktop !== null);
  return (
    <Dialog opened={opened} onClose={close} title={text.title}>
      <Stack>
        {shortcutsOf(isDesktop, singleKeys).map(({ name, keys }) => (
          <Group key={name} justify="space-between" wrap="nowrap">
            <Text>{text.names[name]}</Text>
            <Group gap={4} wrap="nowrap">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </Group>
          </Group>
        ))}
        <Checkbox
          label={text.singleKeys}
          checked={singleKeys}
          onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        />
      </Stack>
    </Dialog>
  );
}
