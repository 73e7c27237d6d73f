import { useState } from 'react';
import type { Input } from '../../../electron/contract/api.ts';
import type { Failure } from '../../../electron/contract/errors.ts';
import { useClient } from '../../state/context.ts';
import { useTask } from '../../ui/useTask.ts';

/** Has Twilio check credentials; `clear` forgets a failure. `onUse` gets true while it does or its failure is shown, false once it has worked. */
export function useConnect(onUse: (inUse: boolean) => void = () => undefined) {
  const client = useClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const { run: connect, busy } = useTask(async (credentials: Input<'account.connect'>) => {
    setFailure(null);
    onUse(true);
    const account = await client.call('account.connect', credentials);
    if (account.kind === 'failed') setFailure(account.error);
    else onUse(false);
  }, setFailure);
  return { busy, failure, connect, clear: () => setFailure(null) };
}
