import { Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Failure } from '../../electron/contract/errors.ts';
import { TwilioWords } from './FailureAlert.tsx';
import { strings } from './strings.ts';

/** Long enough to read two sentences; hovering stops the clock. */
const autoClose = 12_000;

export function showProblem(message: string, hint: string): void {
  notifications.show({ ...look, title: message, message: hint });
}

export function showFailure(failure: Failure): void {
  const { twilio } = failure;
  const message = (
    <Stack gap={4}>
      <Text size="sm">{failure.hint}</Text>
      {twilio !== null && <TwilioWords twilio={twilio} />}
    </Stack>
  );
  notifications.show({ ...look, title: failure.message, message });
}

const look = {
  color: 'red',
  autoClose,
  withBorder: true,
  closeButtonProps: { 'aria-label': strings.common.dismiss },
} as const;
