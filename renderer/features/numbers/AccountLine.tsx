import { Badge, Group, Stack, Text } from '@mantine/core';
import type { AccountState } from '../../../electron/contract/state.ts';
import { useAppState } from '../../state/context.ts';
import { formatMoney } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { AccountFailed } from '../onboarding/AccountFailed.tsx';
import { TunnelProblem, WayBadge } from '../reception/WayBadge.tsx';

const text = strings.account;

/** Whose account it is, what is left on it, and how SMS get here. */
export function AccountLine() {
  const { account, demo, credentials } = useAppState();
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Account account={account} demo={demo} />
        <WayBadge />
      </Group>
      <TunnelProblem />
      {account.kind === 'failed' && <AccountFailed error={account.error} source={credentials.source} />}
    </Stack>
  );
}

function Account({ account, demo }: { account: AccountState; demo: boolean }) {
  if (account.kind === 'checking') return <Text size="sm">{strings.onboarding.checking}</Text>;
  if (account.kind === 'failed') {
    return (
      <Text size="sm" className="break">
        {strings.onboarding.checkingSid(account.sid)}
      </Text>
    );
  }
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
