import { Checkbox, Group, Kbd, Stack, Text } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { Dialog } from './Dialog.tsx';
import { strings } from './strings.ts';

/** Whether single keys work: `?` opens the list, `/` the search, `N` with Shift takes the last order again. WCAG 2.1.4 asks for a way to turn them off. */
export function useHelpKey(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useLocalStorage({ key: 'otp-dock.help-key', defaultValue: true, getInitialValueInEffect: false });
  return [on, setOn];
}

const text = strings.shortcuts;

interface ShortcutsDialogProps {
  opened: boolean;
  close: () => void;
  helpKey: boolean;
  setHelpKey: (on: boolean) => void;
}

export function ShortcutsDialog({ opened, close, helpKey, setHelpKey }: ShortcutsDialogProps) {
  const mod = navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl';
  return (
    <Dialog opened={opened} onClose={close} title={text.title}>
      <Stack>
        <Shortcut keys={[mod, 'N']} meaning={text.newNumber} />
        <Shortcut keys={['Shift', 'N']} meaning={text.sameAgain} />
        <Shortcut keys={[mod, 'C']} meaning={text.copyNewest} />
        <Shortcut keys={['/']} or={[mod, 'F']} meaning={text.search} />
        <Shortcut keys={['?']} meaning={text.help} />
        <Checkbox
          label={text.helpKey}
          checked={helpKey}
          onChange={(event) => setHelpKey(event.currentTarget.checked)}
        />
      </Stack>
    </Dialog>
  );
}

function Shortcut({ keys, or = [], meaning }: { keys: string[]; or?: string[]; meaning: string }) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text>{meaning}</Text>
      <Group gap={4} wrap="nowrap">
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
        {or.length > 0 && <Text size="sm">{text.or}</Text>}
        {or.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </Group>
    </Group>
  );
}
