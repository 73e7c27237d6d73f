import { Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { OwnedNumber } from '../../../electron/contract/state.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { formatNumber } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { TakeOver, type AskProps } from './TakeOver.tsx';

const text = strings.money.ask;

export interface Asked {
  what: 'giveBack' | 'takeOver' | 'letGo';
  owned: OwnedNumber;
}

interface OwnedDialogProps {
  asked: Asked;
  /** Whether the pool shrinks without this number. */
  shrinksPool: boolean;
  close: () => void;
  /** The id of the element to focus afterwards: the number's buttons may be gone by then. */
  backTo: string;
}

/** Says what will happen to a number, and does it. */
export function OwnedDialog({ asked: { what, owned }, shrinksPool, close, backTo }: OwnedDialogProps) {
  const done = useRef(false);
  const finish = () => {
    done.current = true;
    close();
  };
  useFocusAfter(done, backTo);
  const props = { owned, close, finish };
  switch (what) {
    case 'giveBack':
      return <GiveBack {...props} shrinksPool={shrinksPool} />;
    case 'takeOver':
      return <TakeOver {...props} />;
    case 'letGo':
      return <LetGo {...props} />;
  }
}

/** Runs in a later task, because the dialog first returns the focus to the button that opened it. */
function useFocusAfter(done: { readonly current: boolean }, id: string): void {
  useEffect(
    () => () => {
      if (done.current) setTimeout(() => document.getElementById(id)?.focus());
    },
    [done, id],
  );
}

function GiveBack({ owned, shrinksPool, close, finish }: AskProps & Pick<OwnedDialogProps, 'shrinksPool'>) {
  const { run, busy } = useAction('numbers.release');
  return (
    <ConfirmDialog
      title={text.giveBack.title({ number: formatNumber(owned.number) })}
      confirm={text.giveBack.confirm}
      isLoss
      busy={busy}
      run={() => void run({ sid: owned.sid }).then((isDone) => isDone && finish())}
      close={close}
    >
      <Text>{text.giveBack.text}</Text>
      {shrinksPool && <Text fw={600}>{text.giveBack.pool}</Text>}
    </ConfirmDialog>
  );
}

function LetGo({ owned, close, finish }: AskProps) {
  const { run, busy } = useAction('numbers.letGo');
  return (
    <ConfirmDialog
      title={text.letGo.title({ number: formatNumber(owned.number) })}
      confirm={text.letGo.confirm}
      busy={busy}
      run={() => void run({ sid: owned.sid }).then((isDone) => isDone && finish())}
      close={close}
    >
      <Text>{text.letGo.text}</Text>
    </ConfirmDialog>
  );
}
