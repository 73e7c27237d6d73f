import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { AccountState } from '../../../electron/contract/state.ts';
import { useAppState } from '../../state/context.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Fact } from '../../ui/Fact.tsx';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { Section } from './Section.tsx';

const text = strings.settings.twilio;

export function TwilioSection() {
  const { account, credentials, demo } = useAppState();
  return (
    <Section title={text.title}>
      <Stack component="dl" gap="xs" m={0}>
        <Fact name={text.account}>{demo ? strings.account.demo : accountText(account)}</Fact>
        <Fact name={text.source}>{text.sources[credentials.source]}</Fact>
      </Stack>
      {credentials.source === 'environment' && <Text size="sm">{strings.onboarding.fromEnvironment}</Text>}
      {(credentials.source === 'stored' || credentials.source === 'session') && <Forget />}
    </Section>
  );
}

function accountText(account: AccountState): string {
  switch (account.kind) {
    case 'none':
      return strings.account.none;
    case 'connected':
      return `${account.name} (${account.sid})`;
    case 'checking':
      return strings.onboarding.checking;
    case 'failed':
      return account.error.message;
  }
}

function Forget() {
  const [opened, { open, close }] = useDisclosure(false);
  const { run, busy } = useAction('account.forget');
  return (
    <>
      <Button variant="default" onClick={open}>
        {text.forget}
      </Button>
      <Dialog opened={opened} onClose={close} title={text.forgetTitle}>
        <Text mb="md">{text.forgetText}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {strings.common.cancel}
          </Button>
          <Button color="red" loading={busy} onClick={() => void run()}>
            {text.forgetConfirm}
          </Button>
        </Group>
      </Dialog>
    </>
  );
}
