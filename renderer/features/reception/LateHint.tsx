import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId } from 'react';
import { lateAfterMs } from '../../../electron/contract/time.ts';
import type { Lease } from '../../../electron/contract/state.ts';
import { useAtNow, useClient, useLeaseMessages, useSelected } from '../../state/context.ts';
import { isLate } from '../../state/leases.ts';
import { useLoaded } from '../../state/useLoaded.ts';
import { DisclosureButton } from '../../ui/DisclosureButton.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { strings } from '../../ui/strings.ts';
import { useAnswer } from '../../ui/useAnswer.ts';
import { Alerts, Findings } from './Findings.tsx';
import { receptionTrouble } from './trouble.ts';

const text = strings.reception.late;

/** What Twilio had when it was asked is true only for a while. */
export const answerMs = 10_000;

/** One line when an SMS is late; what to check is behind it. Hidden where the reason is plain. */
export function LateHint({ lease }: { lease: Lease }) {
  const messages = useLeaseMessages(lease.id);
  const isPlain = useSelected((state) => state.pausedSince !== null || receptionTrouble(state) !== null);
  const late = useAtNow((now) => isLate(lease, messages, now));
  return late && !isPlain ? <Hint id={lease.id} /> : null;
}

function Hint({ id }: { id: string }) {
  const { ask, answer, busy } = useAnswer('messages.check', ({ found }) => text.found({ count: found }), answerMs);
  const [isOpen, { toggle }] = useDisclosure(false);
  const part = useId();
  return (
    <div className="late-hint">
      <div className="late">
        <span>{text.title({ seconds: lateAfterMs / 1000 })}</span>
        <Button size="compact-sm" variant="subtle" loading={busy} onClick={() => void ask({ lease: id })}>
          {text.check}
        </Button>
        <DisclosureButton size="compact-sm" ml={0} fw={400} open={isOpen} setOpen={toggle} controls={part}>
          {text.whatToCheck}
        </DisclosureButton>
        {answer !== null && <span>{text.found({ count: answer.found })}</span>}
      </div>
      <div id={part} className="late-details" hidden={!isOpen}>
        {isOpen && <WhatToCheck id={id} />}
      </div>
    </div>
  );
}

function WhatToCheck({ id }: { id: string }) {
  const client = useClient();
  const reception = useSelected(({ account, tunnel, polling }) => `${account.kind}/${tunnel.state}/${polling}`);
  const diagnosis = useLoaded(() => client.call('leases.diagnose', { id }), id, reception);
  return (
    <Stack gap="xs" mt="xs">
      <LoadingLine loaded={diagnosis} text={text.looking} />
      {diagnosis.value !== null && <Findings findings={diagnosis.value.findings} />}
      {diagnosis.value !== null && <Alerts alerts={diagnosis.value.alerts} />}
    </Stack>
  );
}
