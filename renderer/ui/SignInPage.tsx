import { Button, Container, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { SignInProblem } from '../../electron/contract/signIn.ts';
import { useServices } from '../state/context.ts';
import { strings } from './strings.ts';
import { useTask } from './useTask.ts';

const text = strings.signIn;

/** The host does not know who is at this page: it had no token, or one that is not right. */
export function SignInPage() {
  const { session } = useServices().bridge;
  return (
    <Container component="main" size="xs" py={80}>
      <Paper withBorder p="xl" radius="lg">
        <Stack>
          <Title order={1} size="h2">
            {text.title}
          </Title>
          {session && <SignInForm signIn={session.signIn} />}
          {session?.signOut === null && (
            <Text size="sm" c="dimmed">
              {text.orAddress}
            </Text>
          )}
        </Stack>
      </Paper>
    </Container>
  );
}

function SignInForm({ signIn }: { signIn: (pasted: string) => Promise<SignInProblem | null> }) {
  const [token, setToken] = useState('');
  const [problem, setProblem] = useState<SignInProblem | 'empty' | null>(null);
  const { run, busy } = useTask(async () => setProblem(token.trim() === '' ? 'empty' : await signIn(token)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={text.token}
          description={text.tokenHint}
          type="password"
          autoComplete="current-password"
          value={token}
          error={problem && text.problems[problem]}
          onChange={({ currentTarget }) => {
            setToken(currentTarget.value);
            setProblem(null);
          }}
        />
        <Button type="submit" loading={busy}>
          {text.signIn}
        </Button>
      </Stack>
    </form>
  );
}
