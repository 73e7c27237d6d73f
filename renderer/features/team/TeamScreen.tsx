import { Container, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import type { TeamState } from '../../../electron/contract/host.ts';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { strings } from '../../ui/strings.ts';
import { LeaveTeam } from './LeaveTeam.tsx';
import { TeamForm } from './TeamForm.tsx';

const { team: text } = strings;

/** While there is nothing of the team's host to show: it has not answered yet, or does not let this app in. */
export function TeamScreen({ team: { kind, problem, url } }: { team: TeamState }) {
  const isRefused = kind === 'refused';
  return (
    <Container component="main" size="xs" py={80}>
      <Paper withBorder p="xl" radius="lg">
        <Stack>
          <Title order={1} size="h2" className="break">
            {isRefused ? text.notShown({ url }) : text.connecting({ url })}
          </Title>
          {problem !== null && <FailureAlert failure={problem} />}
          {isRefused ? (
            <TeamForm url={url} />
          ) : (
            <Group component="output" wrap="nowrap">
              <Loader size="sm" aria-hidden="true" />
              <Text size="sm">{text.trying}</Text>
            </Group>
          )}
          <LeaveTeam />
        </Stack>
      </Paper>
    </Container>
  );
}
