import { Button, Group, Loader, Text } from '@mantine/core';
import type { Loaded } from '../state/useLoaded.ts';
import { FailureAlert } from './FailureAlert.tsx';
import { strings } from './strings.ts';

interface LoadingLineProps {
  loaded: Pick<Loaded<unknown>, 'value' | 'failure' | 'loading' | 'reload'>;
  /** The text while nothing is known yet. */
  text: string;
}

/** The state of something that is loading: that it is on its way, or why it failed. */
export function LoadingLine({ loaded: { value, failure, loading, reload }, text }: LoadingLineProps) {
  if (failure !== null) {
    return (
      <FailureAlert failure={failure}>
        <Button size="xs" variant="default" loading={loading} onClick={reload}>
          {strings.common.retry}
        </Button>
      </FailureAlert>
    );
  }
  if (!loading || value !== null) return null;
  return (
    <Group gap="xs">
      <Loader size="xs" aria-hidden="true" />
      <Text size="sm">{text}</Text>
    </Group>
  );
}
