import { Group, Loader, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAppState } from '../../state/context.ts';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { strings } from '../../ui/strings.ts';

const text = strings.onboarding.reception;

interface TunnelStatusProps {
  /** The request is running. */
  busy: boolean;
  /** Whether the tunnel's state has to do with the request. */
  shown: boolean;
  /** The text while connecting. */
  connecting: string;
}

/** The state of the tunnel while it opens. */
export function TunnelStatus({ busy, shown, connecting }: TunnelStatusProps) {
  const { tunnel } = useAppState();
  const isWaiting = busy || (shown && tunnel.state === 'connecting');
  const isOnline = !isWaiting && shown && tunnel.state === 'online';
  return (
    <>
      <output>
        {isWaiting && <Line sign={<Loader size="xs" aria-hidden="true" />} words={connecting} />}
        {isOnline && <Line sign={<CheckIcon />} words={text.online({ url: tunnel.url ?? '' })} />}
      </output>
      {!isWaiting && shown && tunnel.problem !== null && (
        <FailureAlert failure={tunnel.problem} color={tunnel.state === 'failed' ? 'red' : 'orange'} />
      )}
    </>
  );
}

function Line({ sign, words }: { sign: ReactNode; words: string }) {
  return (
    <Group gap="xs" wrap="nowrap">
      {sign}
      <Text size="sm" fw={500} className="break">
        {words}
      </Text>
    </Group>
  );
}
