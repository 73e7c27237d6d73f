import { Button, Divider, Stack, Text } from '@mantine/core';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';

const text = strings.onboarding;

/** The whole app in one click, without an account. */
export function TryDemo() {
  const { run, busy } = useAction('demo.start');
  return (
    <Stack align="center" gap="xs">
      <Divider w="100%" label={text.or} color="dimmed" />
      <Button variant="default" loading={busy} onClick={() => void run()}>
        {text.demo}
      </Button>
      <Text size="sm" c="dimmed">
        {text.demoHint}
      </Text>
    </Stack>
  );
}
