import { Code, Text } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../../electron/contract/errors.ts';
import type { OwnedNumber } from '../../../electron/contract/state.ts';
import { useClient } from '../../state/context.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { formatNumber } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { showFailure } from '../../ui/toasts.tsx';
import { useTask } from '../../ui/useTask.ts';

const text = strings.money.ask.takeOver;

export interface AskProps {
  owned: OwnedNumber;
  close: () => void;
  finish: () => void;
}

/** Messages that go elsewhere are redirected only after the person has read where they go now. */
export function TakeOver({ owned, close, finish }: AskProps) {
  const { number, webhook } = owned;
  const { run, busy, conflict, isToldWhere } = useTakeOver(owned, finish);
  return (
    <ConfirmDialog
      title={text.title({ number: formatNumber(number) })}
      confirm={isToldWhere ? text.replace : text.confirm}
      busy={busy}
      run={() => void run()}
      close={close}
    >
      <Text>{text.text}</Text>
      {webhook !== null && (
        <>
          <Text>{text.webhook}</Text>
          <Code block className="wrap">
            {webhook}
          </Code>
          <Text>{text.replaced}</Text>
        </>
      )}
      {webhook === null && conflict !== null && <FailureAlert failure={conflict} color="orange" />}
    </ConfirmDialog>
  );
}

function useTakeOver({ sid, webhook }: OwnedNumber, finish: () => void) {
  const client = useClient();
  /** The host's warning when the messages go elsewhere, but the list has no address to show. */
  const [conflict, setConflict] = useState<Failure | null>(null);
  const isToldWhere = webhook !== null || conflict !== null;
  const { run, busy } = useTask(
    async () => {
      await client.call('numbers.takeOver', { sid, ...(isToldWhere && { replaceWebhook: true }) });
      finish();
    },
    (failure) => (failure.code === 'CONFLICT' && !isToldWhere ? setConflict(failure) : showFailure(failure)),
  );
  return { run, busy, conflict, isToldWhere };
}
