import { Alert, Button, Center, Container, List, Loader, Stack, Text, Title } from '@mantine/core';
import type { Failure } from '../../electron/contract/errors.ts';
import { useServices } from '../state/context.ts';
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
  return (
    <Alert role="alert" color="orange" radius={0} className="connection-bar" icon={<Loader size="xs" color="orange" />}>
      {strings.connection.lost}
    </Alert>
  );
}

export function StateFailed({ failure }: { failure: Failure }) {
  const { store } = useServices();
  return (
    <Container component="main" size="xs" py="xl">
      <FailureAlert failure={failure}>
        <Button onClick={() => void store.refresh()}>{strings.common.retry}</Button>
      </FailureAlert>
    </Container>
  );
}

export function RefusedPage() {
  const text = strings.connection;
  return (
    <Container component="main" size="xs" py={80}>
      <Stack>
        <Title order={1}>{text.refusedTitle}</Title>
        <Text>{text.refusedText}</Text>
        <List type="ordered" spacing="xs">
          {text.refusedSteps.map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
      </Stack>
    </Container>
  );
}
