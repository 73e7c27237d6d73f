import { Button, Checkbox, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useAppState, useClient } from '../../state/context.ts';
import { useLoaded } from '../../state/useLoaded.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { formatNumber } from '../../ui/format.ts';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { strings } from '../../ui/strings.ts';
import { showDone } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/useAction.ts';
import { forgetLastOrder } from '../numbers/lastOrder.ts';
import { placeFor } from './useArrival.ts';

const text = strings.settings.data;

export function WipeAll() {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <div {...placeFor('wipe')}>
      <Text size="sm" mb="xs">
        {text.wipeHint}
      </Text>
      <Button size="xs" variant="default" onClick={open}>
        {text.wipe}
      </Button>
      {opened && <WipeDialog close={close} />}
    </div>
  );
}

/** Numbers that stay with Twilio cost money every month, so they are listed, and left behind only on purpose. */
function WipeDialog({ close }: { close: () => void }) {
  const client = useClient();
  const { credentials } = useAppState();
  const { run, busy } = useAction('data.wipe');
  const [leaveNumbers, setLeaveNumbers] = useState(false);
  const remaining = useLoaded(() => client.call('data.remaining'), 'remaining');
  const numbers = remaining.value?.map(({ number }) => (number === null ? text.beingBought : formatNumber(number)));
  const wipe = async () => {
    if (!(await run({ leaveNumbers }))) return;
    forgetLastOrder();
    showDone(text.wipeDone);
    close();
  };
  return (
    <ConfirmDialog
      title={text.wipeTitle}
      confirm={text.wipeConfirm}
      isLoss
      busy={busy}
      run={() => void wipe()}
      close={close}
    >
      <Text>{text.wipeText}</Text>
      {credentials.source === 'environment' && <Text>{text.wipeFromEnvironment}</Text>}
      <LoadingLine loaded={remaining} text={text.wipeLooking} />
      {numbers?.length === 0 && <Text>{text.wipeNone}</Text>}
      {numbers !== undefined && numbers.length > 0 && (
        <>
          <Text className="break">{text.wipeRemaining({ numbers })}</Text>
          <Checkbox
            label={text.wipeLeave}
            checked={leaveNumbers}
            onChange={(event) => setLeaveNumbers(event.currentTarget.checked)}
          />
        </>
      )}
    </ConfirmDialog>
  );
}
