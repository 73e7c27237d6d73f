import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useClient, useSelected } from '../../state/context.ts';
import { useLoaded } from '../../state/useLoaded.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { formatNumber } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { showDone } from '../../ui/toasts.tsx';
import { useTask } from '../../ui/useTask.ts';

const text = strings.inbox.clear;

interface ClearAllProps {
  /** Only the messages to this number; null: all. */
  number: string | null;
  /** They are counted again when this changes. */
  version: string;
}

export function ClearAll(given: ClearAllProps) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        {text.label}
      </Button>
      {opened && <ClearDialog {...given} close={close} />}
    </>
  );
}

/** Says how many there are, also when more come while it asks. */
function ClearDialog({ number, version, close }: ClearAllProps & { close: () => void }) {
  const client = useClient();
  const isCapturing = useSelected(({ capture }) => capture !== null);
  const which = number === null ? {} : { number };
  const { value } = useLoaded(() => client.call('messages.count', which), number ?? '', version);
  const { run, busy } = useTask(async () => {
    const { deleted } = await client.call('messages.deleteAll', which);
    showDone(text.done({ count: deleted }));
    close();
  });
  return (
    <ConfirmDialog
      title={number === null ? text.title : text.titleOf({ number: formatNumber(number) })}
      confirm={value === null ? text.label : (value.more ? text.confirmMore : text.confirm)({ count: value.count })}
      isLoss
      busy={busy || value === null}
      run={() => void run()}
      close={close}
    >
      <Text>{[text.text, ...(isCapturing ? [] : [text.twilio])].join(' ')}</Text>
    </ConfirmDialog>
  );
}
