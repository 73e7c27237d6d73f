import { Button, Center, Container, Divider, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { AccountState, AppState } from '../../../electron/contract/state.ts';
import { Notices } from '../../ui/Notices.tsx';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { AccountFailed } from './AccountFailed.tsx';
import { ConnectForm } from './ConnectForm.tsx';

const text = strings.onboarding;

/** What is shown until an account works or the demo runs. */
export function Onboarding({ state }: { state: AppState }) {
  /** While the form's own request is on its way, or has failed, the form stays, with what was typed. */
  const [formInUse, setFormInUse] = useState(false);
  return (
    <Container component="main" size="xs" py="xl">
      <Stack>
        <Text fw={700} ta="center">
          {strings.common.appName}
        </Text>
        <Notices />
        {formInUse || state.account.kind === 'none' || state.account.kind === 'connected' ? (
          <Connect state={state} setFormInUse={setFormInUse} />
        ) : (
          <Account account={state.account} source={state.credentials.source} />
        )}
        <Demo />
      </Stack>
    </Container>
  );
}

function Connect({ state, setFormInUse }: { state: AppState; setFormInUse: (inUse: boolean) => void }) {
  return (
    <Paper withBorder p="lg">
      <Stack>
        <Title order={1} size="h2">
          {text.title}
        </Title>
        <Text>{text.intro}</Text>
        <ConnectForm storage={state.credentials.storage} onUse={setFormInUse} />
      </Stack>
    </Paper>
  );
}

interface AccountProps {
  account: Extract<AccountState, { kind: 'checking' | 'failed' }>;
  source: AppState['credentials']['source'];
}

function Account({ account, source }: AccountProps) {
  if (account.kind === 'failed') return <AccountFailed error={account.error} source={source} headingOrder={1} />;
  return (
    <Center py="xl">
      <Stack align="center">
        <Loader aria-hidden="true" />
        <Title order={1} size="h3">
          {text.checking}
        </Title>
        <Text c="dimmed" className="break">
          {text.checkingSid(account.sid)}
        </Text>
      </Stack>
    </Center>
  );
}

function Demo() {
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
