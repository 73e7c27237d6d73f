import { useState } from 'react';
import type { Input } from '../../../electron/contract/api.ts';
import { toFailure, type Failure } from '../../../electron/contract/errors.ts';
import { useClient } from '../../state/context.ts';

/** Has Twilio check credentials. `onUse`: told true while it does or its failure is shown, false once it has worked. */
export function useConnect(onUse: (inUse: boolean) => void = () => undefined) {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const connect = async (credentials: Input<'account.connect'>) => {
    setBusy(true);
    setFailure(null);
    onUse(true);
    try {
      const account = await client.call('account.connect', credentials);
      if (account.kind === 'failed') setFailure(account.error);
      else onUse(false);
    } catch (thrown) {
      setFailure(toFailure(thrown));
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, connect };
}
