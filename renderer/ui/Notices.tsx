import { Alert } from '@mantine/core';
import { useSelected } from '../state/context.ts';
import { HostText } from './HostText.tsx';
import { strings } from './strings.ts';
import { useAction } from './useAction.ts';

export function Notices() {
  const notices = useSelected((state) => state.notices);
  const { run } = useAction('notices.dismiss');
  return notices.map(({ id, message, hint }) => (
    <Alert
      key={id}
      color="yellow"
      title={<HostText>{message}</HostText>}
      withCloseButton
      closeButtonLabel={strings.common.dismiss}
      onClose={() => void run({ id })}
    >
      <HostText>{hint}</HostText>
    </Alert>
  ));
}
