import { Alert } from '@mantine/core';
import { useAppState } from '../state/context.ts';
import { strings } from './strings.ts';
import { useAction } from './useAction.ts';

export function Notices() {
  const { notices } = useAppState();
  const { run } = useAction('notices.dismiss');
  return notices.map(({ id, message, hint }) => (
    <Alert
      key={id}
      color="yellow"
      title={message}
      withCloseButton
      closeButtonLabel={strings.common.dismiss}
      onClose={() => void run({ id })}
    >
      {hint}
    </Alert>
  ));
}
