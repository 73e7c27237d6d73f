import { Button, Stack, Text } from '@mantine/core';
import type { Fault } from '../../../electron/contract/faults.ts';
import { useSelected } from '../../state/context.ts';
import { Dialog, useFocusBack } from '../../ui/Dialog.tsx';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { FaultInputs } from './FaultInputs.tsx';
import { faultText } from './faults.ts';

const text = strings.capture.faults;
const none: readonly Fault[] = [];

/** What befalls the messages of the app under test: what is on, and something else. */
export function FaultsDialog({ close }: { close: () => void }) {
  useFocusBack();
  const faults = useSelected(({ capture }) => capture?.faults ?? none);
  return (
    <Dialog opened onClose={close} title={text.title}>
      <Stack>
        <Text size="sm">{text.purpose}</Text>
        {faults.length > 0 && (
          <ul className="plain-list" aria-label={text.active}>
            {faults.map((fault, index) => (
              <ActiveFault key={index} fault={fault} all={faults} />
            ))}
          </ul>
        )}
        <FaultInputs close={close} />
      </Stack>
    </Dialog>
  );
}

/** Its recipient may have others, which stay. */
function ActiveFault({ fault, all }: { fault: Fault; all: readonly Fault[] }) {
  const { run, busy } = useAction('capture.setFaults');
  const others = all.filter((other) => other !== fault && other.to === fault.to);
  const faults = others.map(({ to: _to, ...other }) => other);
  const what = faultText(fault);
  return (
    <li className="rule">
      <Text size="sm" miw={0} flex="1 1 12em" className="break">
        {what}
      </Text>
      <Button
        size="xs"
        variant="default"
        aria-label={text.endThis({ what })}
        loading={busy}
        onClick={() => void run({ ...(fault.to !== null && { to: fault.to }), faults })}
      >
        {text.end}
      </Button>
    </li>
  );
}
