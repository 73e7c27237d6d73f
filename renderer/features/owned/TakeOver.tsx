import { Code, Text } from '@mantine/core';
import { useState } from 'react';
import { toFailure, type Failure } from '../../../electron/contract/errors.ts';
import type { OwnedNumber } from '../../../electron/contract/state.ts';
import { useClient } from '../../state/context.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { formatNumber } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { showFailure } from '../../ui/toasts.tsx';

const text = strings.money.ask.takeOver;

export interface AskProps {
  owned: OwnedNumber;
  close: () => void;
  finish: () => void;
}

/** Messages that go elsewhere are redirected only once the person has read where they go. */
export function TakeOver({ owned: { sid, number, webhook }, close, finish }: AskProps) {
  const { takeOver, busy, conflict } = useTakeOver(sid, finish);
  const isToldWhere = webhook !== null || conflict !== null;
  return (
    <ConfirmDialog
      title={text.title({ number: formatNumber(number) })}
      confirm={isToldWhere ? text.replace : text.confirm}
      busy={busy}
      run={() => void takeOver(isToldWhere)}
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

function useTakeOver(sid: string, finish: () => void) {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  /** What the host says when the messages go elsewhere without an address that the list could show. */
  const [conflict, setConflict] = useState<Failure | null>(null);
  const takeOver = async (replaceWebhook: boolean) => {
    setBusy(true);
    try {
      await client.call('numbers.takeOver', { sid, ...(replaceWebhook && { replaceWebhook }) });
      finish();
    } catch (thrown) {
      const failure = toFailure(thrown);
      if (failure.code === 'CONFLICT' && !replaceWebhook) setConflict(failure);
      else showFailure(failure);
    } finally {
      setBusy(false);
    }
  };
  return { takeOver, busy, conflict };
}
