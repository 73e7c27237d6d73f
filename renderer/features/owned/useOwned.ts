import { useSessionStorage } from '@mantine/hooks';
import type { MoneySummary, OwnedNumber } from '../../../electron/contract/state.ts';
import { useSelected, useClient } from '../../state/context.ts';
import { useLoaded, type Loaded } from '../../state/useLoaded.ts';

export interface Owned {
  open: boolean;
  setOpen: (open: boolean) => void;
  numbers: Loaded<OwnedNumber[]>;
  summary: Loaded<MoneySummary>;
}

/** The account's numbers. Loaded only while the list is open, and again when they may have changed. */
export function useOwned(): Owned {
  const client = useClient();
  // Asked again as well when the account works again.
  const version = useSelected(({ numbersRevision, account }) => `${numbersRevision}/${account.kind}`);
  const [open, setOpen] = useSessionStorage({
    key: 'otp-dock.owned-open',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const subject = open ? 'owned' : null;
  const numbers = useLoaded(() => client.call('numbers.owned'), subject, version);
  const summary = useLoaded(() => client.call('money.summary'), subject, version);
  return { open, setOpen, numbers, summary };
}
