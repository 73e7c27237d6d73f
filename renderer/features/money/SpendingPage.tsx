import { Button, Group, Paper, Stack, Title } from '@mantine/core';
import { usePlace } from '../../state/usePlace.ts';
import { strings } from '../../ui/strings.ts';
import { LedgerList } from './LedgerList.tsx';
import { MoneyFigures } from './MoneyFigures.tsx';

const text = strings.money.section;

/** What was spent and what comes next, and everything that happened to numbers. */
export function SpendingPage() {
  const [, go] = usePlace();
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          {strings.nav.spending}
        </Title>
        <Button size="xs" variant="default" onClick={() => go('settings', 'money')}>
          {text.limits}
        </Button>
      </Group>
      <Paper withBorder p="lg">
        <MoneyFigures />
      </Paper>
      <LedgerList />
    </Stack>
  );
}
