import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { Lease } from '../../../electron/contract/state.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { formatList } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';

const text = strings.money.lease;

/** Ends every running lease at once; hidden with fewer than two. */
export function EndAll({ leases }: { leases: readonly Lease[] }) {
  /** The leases that were running when the person clicked; null while the dialog is closed. */
  const [asked, ask] = useState<readonly Lease[] | null>(null);
  const active = leases.filter(({ state }) => state === 'active');
  if (active.length < 2 && asked === null) return null;
  return (
    <>
      <Button variant="default" onClick={() => ask(active)}>
        {active.some(isGivenBack) ? text.endAll : text.keepAll}
      </Button>
      {asked !== null && <EndAllDialog active={asked} close={() => ask(null)} />}
    </>
  );
}

function isGivenBack({ policy }: Lease): boolean {
  return policy === 'release';
}

/** Asks before all of these are ended. */
export function EndAllDialog({ active, close }: { active: readonly Lease[]; close: () => void }) {
  const { run, busy } = useAction('leases.endAll');
  const back = active.filter(isGivenBack).length;
  const kept = active.length - back;
  const holders = [...new Set(active.flatMap(({ holder }) => holder ?? []))];
  const end = async () => {
    if (await run()) close();
  };
  return (
    <ConfirmDialog
      title={back > 0 ? text.endAllTitle({ count: active.length }) : text.keepAllTitle({ count: active.length })}
      confirm={back > 0 ? text.endAll : text.keepAll}
      isLoss
      busy={busy}
      run={() => void end()}
      close={close}
    >
      <Text>
        {[
          back > 0 && text.endAllBack({ count: back }),
          kept > 0 && text.endAllKept({ count: kept }),
          holders.length > 0 && text.endAllOthers({ holders: formatList(holders) }),
        ]
          .filter((line) => line !== false)
          .join(' ')}
      </Text>
    </ConfirmDialog>
  );
}
