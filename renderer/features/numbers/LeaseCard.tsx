import { Button, Card, Loader, Text } from '@mantine/core';
import type { RefObject } from 'react';
import type { Lease, Message } from '../../../electron/contract/state.ts';
import type { Revealed } from '../../shellHooks.ts';
import { useLeaseMessages } from '../../state/context.ts';
import { extensionOf, newestOf } from '../../state/leases.ts';
import { useCopy } from '../../ui/copying.tsx';
import { formatDuration } from '../../ui/duration.ts';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { leaseName } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { useContextMenu } from '../../ui/useContextMenu.ts';
import { PolicySelect } from '../money/PolicySelect.tsx';
import { LateHint } from '../reception/LateHint.tsx';
import { isOfAccount } from '../reception/trouble.ts';
import { Countdown, PinnedRing } from './Countdown.tsx';
import { GiveBackButton, useGiveBack } from './GiveBack.tsx';
import { CodeWell } from './LeaseCodes.tsx';
import { EndNote, LeaseFacts, LeaseNumber, StateBadge } from './LeaseFacts.tsx';
import { PinButton, PinnedNote, usePin } from './PinButton.tsx';
import { useRevealed } from './useRevealed.ts';

const text = strings.numbers;

interface LeaseCardProps {
  lease: Lease;
  revealed: Revealed | null;
}

/** A number in use, with everything a tester needs while its time runs. */
export function LeaseCard({ lease, revealed }: LeaseCardProps) {
  const messages = useLeaseMessages(lease.id);
  const ref = useRevealed(revealed);
  const onContextMenu = useLeaseMenu(lease, messages);
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
          {/* The ring already shows that it is active. */}
          {lease.state !== 'active' && <StateBadge state={lease.state} />}
        </div>
        <Clock lease={lease} card={ref} />
      </div>
      <PinnedNote lease={lease} />
      {lease.state !== 'buying' && <CodeWell lease={lease} messages={messages} />}
      <LateHint lease={lease} />
      <LeaseProblem lease={lease} />
      {lease.state === 'active' && <LeaseActions lease={lease} />}
    </Card>
  );
}

/** Why it takes longer. What is wrong with the account as a whole is told at the top. */
function LeaseProblem({ lease: { state, problem } }: { lease: Lease }) {
  if (problem === null) return null;
  const title = state === 'buying' ? text.buyProblem : text.releaseProblem;
  return isOfAccount(problem) ? (
    <Text size="sm">{title}</Text>
  ) : (
    <FailureAlert failure={problem} color="orange" title={title} />
  );
}

function Clock({ lease, card }: { lease: Lease; card: RefObject<HTMLElement | null> }) {
  const { state, pinned, startedAt, expiresAt } = lease;
  if (pinned) return <PinnedRing />;
  if (state === 'active' && expiresAt !== null) return <Countdown {...{ startedAt, expiresAt, card }} />;
  return state === 'buying' || state === 'releasing' ? <Loader size="md" aria-hidden="true" /> : null;
}

/** The actions of a running lease. */
function LeaseActions({ lease }: { lease: Lease }) {
  const { id, policy } = lease;
  const extend = useAction('leases.extend');
  const setPolicy = useAction('leases.setPolicy');
  return (
    <div className="lease-actions">
      <PolicySelect
        className="lease-policy"
        variant="unstyled"
        label={strings.money.policy.title}
        policy={policy}
        save={(next) => setPolicy.run({ id, policy: next })}
      />
      <Button
        size="xs"
        variant="subtle"
        aria-label={text.extendLabel({ time: formatDuration(extensionOf(lease)) })}
        loading={extend.busy}
        onClick={() => void extend.run({ id, seconds: extensionOf(lease) })}
      >
        {text.extend({ time: formatDuration(extensionOf(lease)) })}
      </Button>
      <PinButton lease={lease} />
      <GiveBackButton lease={lease} />
    </div>
  );
}

/** The context menu of a number: the same actions as its buttons. */
function useLeaseMenu(lease: Lease, messages: readonly Message[]) {
  const { id, number, state, pinned, policy } = lease;
  const code = newestOf(lease, messages)?.code ?? null;
  const copy = useCopy();
  const extend = useAction('leases.extend');
  const pin = usePin(lease);
  const { start: giveBack, pending } = useGiveBack(lease);
  const runs = state === 'active' && !pending;
  const toggle = runs && pin.isPossible ? () => void pin.toggle() : undefined;
  return useContextMenu({
    copyCode: code === null ? undefined : () => void copy(code),
    copyNumber: number === null ? undefined : () => void copy(number),
    extend: runs && !pinned ? () => void extend.run({ id, seconds: extensionOf(lease) }) : undefined,
    [pinned ? 'unpin' : 'pin']: toggle,
    [policy === 'release' ? 'giveBack' : 'end']: runs ? giveBack : undefined,
  });
}
