import { Alert, Box, Button, Center, Loader, Stack, Text } from '@mantine/core';
import type { Failure } from '../../electron/contract/errors.ts';
import { useServices, useStoreView } from '../state/context.ts';
import { FailureAlert } from './FailureAlert.tsx';
import { strings } from './strings.ts';

export function Loading() {
  return (
    <Center component="main" mih="100vh">
      <Stack align="center">
        <Loader aria-hidden="true" />
        <Text component="h1" size="md">
          {strings.connection.connecting}
        </Text>
      </Stack>
    </Center>
  );
}

/** Shown above the last content, which may be out of date by now. */
export function ConnectionBar() {
  const team = useStoreView(({ state }) => state?.desktop?.team?.url);
  return (
    <Alert role="alert" color="orange" radius={0} className="connection-bar" icon={<Loader size="xs" color="orange" />}>
      {team === undefined ? strings.connection.lost : strings.team.lost({ url: team })}
    </Alert>
  );
}

export function StateFailed({ failure }: { failure: Failure }) {
  const { store } = useServices();
  return (
    <Box component="main" maw={540} mx="auto" px="md" py="xl">
      <FailureAlert failure={failure}>
        <Button onClick={() => void store.refresh()}>{strings.common.retry}</Button>
      </FailureAlert>
    </Box>
  );
}
