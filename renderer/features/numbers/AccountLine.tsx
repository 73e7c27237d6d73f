import { Badge, Group, Stack, Text } from '@mantine/core';
import type { AccountState, TunnelPhase, TunnelState } from '../../../electron/contract/state.ts';
import { useAppState } from '../../state/context.ts';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { formatMoney } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { AccountFailed } from '../onboarding/AccountFailed.tsx';

const text = strings.account;

/** Whose account it is, what is left on it, and how SMS get here. */
export function AccountLine() {
  const { account, demo, tunnel, polling, credentials } = useAppState();
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Account account={account} demo={demo} />
        <Reception tunnel={tunnel} polling={polling} demo={demo} />
      </Group>
      {tunnel.problem !== null && (
        <FailureAlert failure={tunnel.problem} color={tunnel.state === 'failed' ? 'red' : 'orange'} />
      )}
      {account.kind === 'failed' && (
        <AccountFailed error={account.error} source={credentials.source} headingOrder={2} />
      )}
    </Stack>
  );
}

function Account({ account, demo }: { account: AccountState; demo: boolean }) {
  if (account.kind === 'checking') return <Text size="sm">{strings.onboarding.checking}</Text>;
  if (account.kind !== 'connected') return <Text size="sm">{demo ? text.demo : text.none}</Text>;
  return (
    <>
      <Text size="sm" fw={600} className="break">
        {account.name}
      </Text>
      {account.balance !== null && (
        <Text size="sm" c="dimmed">
          {text.balance(formatMoney(account.balance))}
        </Text>
      )}
      {account.trial && <Badge variant="default">{text.trial}</Badge>}
    </>
  );
}

const phaseColors: Record<TunnelPhase, string> = {
  off: 'gray',
  connecting: 'blue',
  online: 'green',
  degraded: 'orange',
  failed: 'red',
};

function Reception({ tunnel, polling, demo }: { tunnel: TunnelState; polling: boolean; demo: boolean }) {
  return (
    <>
      {tunnel.kind !== 'polling' && (
        <Badge variant="dot" color={phaseColors[tunnel.state]} tt="none" fw={500}>
          {text.tunnel[tunnel.state]} {tunnel.state === 'online' && !demo && text.tunnelKind[tunnel.kind]}
        </Badge>
      )}
      {(polling || tunnel.kind === 'polling') && (
        <Badge variant="dot" color={polling ? 'blue' : 'gray'} tt="none" fw={500}>
          {polling ? text.polling : text.pollingLater}
        </Badge>
      )}
    </>
  );
}
