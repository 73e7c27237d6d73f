import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Failure } from '../../electron/contract/errors.ts';
import { TwilioWords } from './FailureAlert.tsx';
import { HostText } from './HostText.tsx';
import { strings } from './strings.ts';

/** Long enough to read two sentences; hovering pauses it. */
const autoClose = 12_000;

export function showProblem(message: string, hint: string): void {
  notifications.show({ ...look, title: message, message: hint });
}

export function showFailure(failure: Failure): void {
  const { message: title, hint, twilio } = failure;
  const message = (
    <Stack gap={4}>
      <Text size="sm">
        <HostText>{hint}</HostText>
      </Text>
      {twilio !== null && <TwilioWords twilio={twilio} />}
    </Stack>
  );
  notifications.show({ ...look, title: <HostText>{title}</HostText>, message });
}

export function showDone(message: string): void {
  notifications.show({ ...look, color: 'green', message });
}

/** What was done, with an undo button. It stays longer, because it cannot be called up again. */
export function showUndo(message: string, undo: () => void): void {
  showWithUndo(message, 2 * autoClose, undo);
}

/** What is about to happen, with an undo button. Returns a function that removes the toast. */
export function showUndoable(message: string, undo: () => void): () => void {
  const id = showWithUndo(message, false, undo);
  return () => void notifications.hide(id);
}

function showWithUndo(message: string, closeAfter: number | false, undo: () => void): string {
  const id = notifications.show({
    ...look,
    color: 'gray',
    autoClose: closeAfter,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" className="break">
          {message}
        </Text>
        <Button size="xs" variant="default" flex="none" onClick={() => (notifications.hide(id), undo())}>
          {strings.codes.rules.undo}
        </Button>
      </Group>
    ),
  });
  return id;
}

const look = {
  color: 'red',
  autoClose,
  withBorder: true,
  closeButtonProps: { 'aria-label': strings.common.dismiss },
} as const;
