import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { toFailure } from '../../../electron/contract/errors.ts';
import { useClient } from '../../state/context.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { strings } from '../../ui/strings.ts';
import { showDone, showFailure } from '../../ui/toasts.tsx';

const text = strings.settings.data;

export function DeleteHistory() {
  const client = useClient();
  const [opened, { open, close }] = useDisclosure(false);
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      const { messages, leases } = await client.call('data.deleteHistory');
      showDone(text.historyDone({ messages, leases }));
      close();
    } catch (thrown) {
      showFailure(toFailure(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div>
      <Text size="sm" mb="xs">
        {text.deleteHistoryHint}
      </Text>
      <Button size="xs" variant="default" onClick={open}>
        {text.deleteHistory}
      </Button>
      {opened && (
        <ConfirmDialog
          title={text.historyTitle}
          confirm={text.historyConfirm}
          isLoss
          busy={busy}
          run={() => void run()}
          close={close}
        >
          <Text>{text.historyText}</Text>
        </ConfirmDialog>
      )}
    </div>
  );
}
