import { Checkbox, Group, Kbd, Stack, Text } from '@mantine/core';
import { useSelected } from '../state/context.ts';
import { Dialog, useFocusBack } from './Dialog.tsx';
import { shortcutsOf } from './shortcuts.ts';
import { strings } from './strings.ts';

const text = strings.shortcuts;

interface ShortcutsDialogProps {
  close: () => void;
  singleKeys: boolean;
  setSingleKeys: (on: boolean) => void;
}

export function ShortcutsDialog({ close, singleKeys, setSingleKeys }: ShortcutsDialogProps) {
  useFocusBack();
  const isDesktop = useSelected(({ desktop }) => desktop !== null);
  return (
    <Dialog opened onClose={close} title={text.title}>
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
