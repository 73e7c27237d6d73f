import { Group, Loader, Text } from '@mantine/core';
import { useState } from 'react';
import type { AppState } from '../../../electron/contract/state.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { AccountFailed } from './AccountFailed.tsx';
import { ConnectForm } from './ConnectForm.tsx';
import { Connected } from './Connected.tsx';

const text = strings.onboarding;

/** Step 1: credentials, and Twilio's answer to them. */
export function ConnectStep({ state: { account, credentials, settings } }: { state: AppState }) {
  /** While the form's own request is running or has failed, the form stays, with what was typed. */
  const [formInUse, setFormInUse] = useState(false);
  const { run } = useAction('settings.update');
  const announce = useAnnounce();
  const use = async (inUse: boolean) => {
    if (inUse) return setFormInUse(true);
    announce(text.connected);
    // Credentials that were just entered need no look at whose they are: the next step names the account.
    if (settings.setup !== 'connect' || !(await run({ setup: 'reception' }))) setFormInUse(false);
  };
  if (!formInUse && account.kind === 'connected') return <Connected account={account} />;
  if (!formInUse && account.kind === 'checking') return <Checking sid={account.sid} />;
  if (!formInUse && account.kind === 'failed')
    return <AccountFailed error={account.error} source={credentials.source} />;
  return <ConnectForm storage={credentials.storage} onUse={(inUse) => void use(inUse)} />;
}

function Checking({ sid }: { sid: string }) {
  return (
    <Group wrap="nowrap" component="output">
      <Loader size="sm" aria-hidden="true" />
      <div>
        <Text fw={500}>{text.checking}</Text>
        <Text size="sm" c="dimmed" className="break">
          {text.checkingSid({ sid })}
        </Text>
      </div>
    </Group>
  );
}
