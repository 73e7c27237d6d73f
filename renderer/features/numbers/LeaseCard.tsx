import { Card, Loader } from '@mantine/core';
import type { RefObject } from 'react';
import type { Lease } from '../../../electron/contract/state.ts';
import type { Revealed } from '../../shellHooks.ts';
import { useLeaseMessages } from '../../state/context.ts';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { leaseName } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { LateHint } from '../reception/LateHint.tsx';
import { Countdown, PinnedRing } from './Countdown.tsx';
import { LeaseActions } from './LeaseActions.tsx';
import { CodeWell } from './LeaseCodes.tsx';
import { EndNote, LeaseFacts, LeaseNumber, StateBadge } from './LeaseFacts.tsx';
import { PinnedNote } from './PinButton.tsx';
import { useLeaseMenu } from './useLeaseMenu.ts';
import { useRevealed } from './useRevealed.ts';

interface LeaseCardProps {
  lease: Lease;
  revealed: Revealed | null;
}

/** A number in use: everything that a tester needs of it while its time runs. */
export function LeaseCard({ lease, revealed }: LeaseCardProps) {
  const messages = useLeaseMessages(lease.id);
  const ref = useRevealed(revealed);
  const onContextMenu = useLeaseMenu(lease);
  return (
    <Card
      ref={ref}
      component="article"
      withBorder
      padding={0}
      className="lease-card lease-current"
      tabIndex={-1}
      aria-label={leaseName(lease)}
      data-id={lease.id}
      data-lease-state={lease.state}
      onContextMenu={onContextMenu}
      {...(revealed !== null && { 'data-revealed': true })}
    >
      <div className="lease-head">
        <div className="lease-who">
          <LeaseNumber lease={lease} />
          {lease.label !== null && <span className="lease-label break">{lease.label}</span>}
          <LeaseFacts lease={lease} />
          <EndNote lease={lease} />
          {/* The ring says that it is active. */}
          {lease.state !== 'active' && <StateBadge state={lease.state} />}
        </div>
        <Clock lease={lease} card={ref} />
      </div>
      <PinnedNote lease={lease} />
      {lease.state !== 'buying' && <CodeWell lease={lease} messages={messages} />}
      <LateHint lease={lease} />
      {lease.problem !== null && <FailureAlert failure={lease.problem} color="orange" title={problemTitle(lease)} />}
      {lease.state === 'active' && <LeaseActions lease={lease} />}
    </Card>
  );
}

function problemTitle({ state }: Lease): string {
  return state === 'buying' ? strings.numbers.buyProblem : strings.numbers.releaseProblem;
}

function Clock({ lease, card }: { lease: Lease; card: RefObject<HTMLElement | null> }) {
  const { state, pinned, startedAt, expiresAt } = lease;
  if (pinned) return <PinnedRing />;
  if (state === 'active' && expiresAt !== null) return <Countdown {...{ startedAt, expiresAt, card }} />;
  return state === 'buying' || state === 'releasing' ? <Loader size="md" aria-hidden="true" /> : null;
}
