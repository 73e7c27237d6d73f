import { Button, Text } from '@mantine/core';
import { useSelected } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { wayOf } from './way.ts';

const text = strings.reception.way;

/** How SMS arrive at the moment. */
export function WayBadge() {
  const line = useSelected((state) => wayOf(state).line);
  const color = useSelected((state) => wayOf(state).color);
  return (
    <Text size="sm" className="way" __vars={{ '--way': `var(--mantine-color-${color}-6)` }}>
      {line}
    </Text>
  );
}

/** What is wrong with the tunnel, and what to do; nothing while all is well. */
export function TunnelProblem() {
  const { problem, state } = useSelected(({ tunnel }) => tunnel);
  if (problem === null) return null;
  const isFailed = state === 'failed';
  return (
    <FailureAlert failure={problem} color={isFailed ? 'red' : 'orange'}>
      {isFailed && <Retry />}
    </FailureAlert>
  );
}

/** A disturbed tunnel recovers by itself; a failed one has to be opened again. */
function Retry() {
  const { run, busy } = useAction('account.retry');
  const announce = useAnnounce();
  const retry = async () => {
    if (await run()) announce(text.retried);
  };
  return (
    <Button size="xs" variant="default" aria-label={text.retry} loading={busy} onClick={() => void retry()}>
      {strings.common.retry}
    </Button>
  );
}
