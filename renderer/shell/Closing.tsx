import { Center, Loader, Stack, Text, Title } from '@mantine/core';
import type { Lease } from '../../electron/contract/state.ts';
import { useAppState } from '../state/context.ts';
import { strings } from '../ui/strings.ts';

const text = strings.desktop;
const still: readonly Lease['state'][] = ['buying', 'active', 'expired', 'releasing'];

/** What the app does before it ends. */
export function Closing() {
  const left = useAppState().leases.filter(({ state }) => still.includes(state)).length;
  return (
    <Center component="main" mih="100vh" p="md">
      <Stack align="center" ta="center">
        <Loader aria-hidden="true" />
        <Title order={1} size="h2">
          {text.closingTitle}
        </Title>
        <Text component="output" display="block">
          {text.closingLeft({ count: left })}
        </Text>
        <Text size="sm">{text.closingHint}</Text>
      </Stack>
    </Center>
  );
}
