import { Alert, Button } from '@mantine/core';
import { useSelected } from '../state/context.ts';
import { usePlace } from '../state/usePlace.ts';
import { HostText } from './HostText.tsx';
import { strings } from './strings.ts';
import { useAction } from './useAction.ts';

export function Notices() {
  const notices = useSelected((state) => state.notices);
  const { run } = useAction('notices.dismiss');
  const [, go] = usePlace();
  return notices.map(({ id, message, hint, lasting, section }) => (
    <Alert
      key={id}
      color="yellow"
      title={<HostText>{message}</HostText>}
      withCloseButton={!lasting}
      closeButtonLabel={strings.common.dismiss}
      onClose={() => void run({ id })}
    >
      <HostText>{hint}</HostText>
      {section && (
        <Button size="xs" variant="default" mt="xs" display="block" onClick={() => go('settings', section)}>
          {strings.common.goTo[section]}
        </Button>
      )}
    </Alert>
  ));
}
