import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { AccountState } from '../../../electron/contract/state.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Fact } from '../../ui/Fact.tsx';
import { formatMoney } from '../../ui/format.ts';
import { CheckIcon } from '../../ui/icons.tsx';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';

const text = strings.onboarding;

/** Shows whose account it is, so that a person can check that it is the right one. */
export function Connected({ account }: { account: Extract<AccountState, { kind: 'connected' }> }) {
  const next = useAction('settings.update');
  const forget = useAction('account.forget');
  const { name, sid, trial, balance } = account;
  const button = useRef<HTMLButtonElement>(null);
  const announce = useAnnounce();
  // The form that had the focus is gone.
  useEffect(() => {
    button.current?.focus();
    announce(text.connected);
  }, [announce]);
  return (
    <>
      <div className="setup-result">
        <Text fw={600} className="setup-good">
          <CheckIcon /> {text.connected}
        </Text>
        <Stack component="dl" gap="xs" m={0}>
          <Fact name={text.account.name}>
            {name} <span className="setup-sid">{sid}</span>
          </Fact>
          <Fact name={text.account.state}>{text.account[trial === null ? 'unknown' : trial ? 'trial' : 'active']}</Fact>
          <Fact name={text.account.balance}>
            {balance === null ? text.account.balanceUnknown : formatMoney(balance)}
          </Fact>
        </Stack>
        {trial && <Text size="sm">{text.account.trialHint}</Text>}
      </div>
      <Group justify="space-between" gap="xs">
        <Button variant="default" loading={forget.busy} onClick={() => void forget.run()}>
          {text.otherAccount}
        </Button>
        <Button ref={button} loading={next.busy} onClick={() => void next.run({ setup: 'reception' })}>
          {text.next}
        </Button>
      </Group>
    </>
  );
}
