import { Card, Loader, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { memo, useState, type RefObject } from 'react';
import type { Lease, Message } from '../../../electron/contract/state.ts';
import type { Revealed } from '../../shellHooks.ts';
import { useLeaseMessages } from '../../state/context.ts';
import { newestOf } from '../../state/leases.ts';
import { share } from '../../state/share.ts';
import { useCopy } from '../../ui/copying.tsx';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { leaseName } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { useContextMenu } from '../../ui/useContextMenu.ts';
import { LateHint } from '../reception/LateHint.tsx';
import { isOfAccount } from '../reception/trouble.ts';
import { CancelButton, CancelNote } from './CancelBuying.tsx';
import { Countdown, PinnedRing } from './Countdown.tsx';
import { ExtendButton, useExtend } from './Extend.tsx';
import { GiveBackButton, useGiveBack } from './GiveBack.tsx';
import { CodeWell } from './LeaseCodes.tsx';
import { EndNote, LeaseFacts, LeaseNumber, StateBadge } from './LeaseFacts.tsx';
import { LeaseMenu } from './LeaseMenu.tsx';
import { usePin } from './pin.ts';
import { useKeptFocus } from './useKeptFocus.ts';
import { useRevealed } from './useRevealed.ts';

const text = strings.numbers;

interface LeaseCardProps {
  lease: Lease;
  revealed: Revealed | null;
  /** One of many: a row, unless the person unfolds it. */
  isListed: boolean;
}

/**
 * A number in use, with everything a tester needs while its time runs. As a row it has the same elements in another
 * layout, so that the focus stays where it is when cards become a list.
 */
export function LeaseCard({ lease, revealed, isListed }: LeaseCardProps) {
  const messages = useLeaseMessages(lease.id);
  const [isOpen, { toggle }] = useDisclosure(false);
  const isRow = isListed && !isOpen;
  const ref = useRevealed(revealed);
  useKeptFocus(ref, isRow);
  const steady = useSteady(lease);
  const onContextMenu = useLeaseMenu(lease, messages);
  return (
    <Card
      ref={ref}
      component="article"
      withBorder
      padding={0}
      className={isRow ? 'lease-card lease-current lease-row' : 'lease-card lease-current'}
      tabIndex={-1}
      aria-label={leaseName(lease)}
      data-id={lease.id}
      data-lease-state={lease.state}
      onContextMenu={onContextMenu}
      {...(revealed !== null && { 'data-revealed': true })}
    >
      <Head lease={steady} card={ref} />
      {lease.pinned && <PinNote lease={steady} />}
      {lease.state !== 'buying' && <CodeWell lease={lease} messages={messages} isRow={isRow} />}
      <LateHint lease={lease} />
      {lease.cancelled ? <CancelNote lease={lease} /> : <LeaseProblem lease={lease} />}
      <Actions lease={steady} isRow={isRow} isListed={isListed} isOpen={isOpen} toggle={toggle} />
    </Card>
  );
}

/** Without its newest code: the same object until anything else changes, so that a code redraws only its own place. */
function useSteady(lease: Lease): Lease {
  const [known, know] = useState<Lease>({ ...lease, latestCode: null });
  const steady = share(known, { ...lease, latestCode: null });
  if (steady !== known) know(steady);
  return steady;
}

interface HeadProps {
  lease: Lease;
  card: RefObject<HTMLElement | null>;
}

const Head = memo(function LeaseHead({ lease, card }: HeadProps) {
  return (
    <div className="lease-head">
      <div className="lease-who">
        <LeaseNumber lease={lease} />
        {lease.label !== null && <span className="lease-label break">{lease.label}</span>}
        <LeaseFacts lease={lease} />
        <EndNote lease={lease} />
        {/* The ring already shows that it is active. */}
        {lease.state !== 'active' && <StateBadge lease={lease} />}
      </div>
      <Clock lease={lease} card={card} />
    </div>
  );
});

function PinNote({ lease }: { lease: Lease }) {
  const { note } = usePin(lease);
  return <Text className="lease-note">{note()}</Text>;
}

/** Why it takes longer. What is wrong with the account as a whole is told at the top. */
function LeaseProblem({ lease: { state, problem } }: { lease: Lease }) {
  if (problem === null) return null;
  const title = state === 'buying' ? text.buyProblem : text.releaseProblem;
  return (
    <div className="lease-problem">
      {isOfAccount(problem) ? (
        <Text size="sm">{title}</Text>
      ) : (
        <FailureAlert failure={problem} color="orange" title={title} />
      )}
    </div>
  );
}

function Clock({ lease, card }: HeadProps) {
  const { state, pinned, startedAt, expiresAt } = lease;
  if (pinned) return <PinnedRing />;
  if (state === 'active' && expiresAt !== null) return <Countdown {...{ startedAt, expiresAt, card }} />;
  return state === 'buying' || state === 'releasing' ? (
    <Loader className="lease-loader" size="md" aria-hidden="true" />
  ) : null;
}

interface LeaseActionsProps {
  lease: Lease;
  isRow: boolean;
  isListed: boolean;
  isOpen: boolean;
  toggle: () => void;
}

const Actions = memo(function LeaseActions({ lease, isRow, isListed, isOpen, toggle }: LeaseActionsProps) {
  if (lease.state !== 'active' && (lease.state !== 'buying' || lease.cancelled)) return null;
  return (
    <div className="lease-actions">
      {lease.state === 'buying' ? (
        <CancelButton lease={lease} />
      ) : (
        <>
          <ExtendButton lease={lease} />
          <GiveBackButton lease={lease} />
          <LeaseMenu lease={lease} isRow={isRow} unfold={isListed ? { isOpen, toggle } : null} />
        </>
      )}
    </div>
  );
});

/** The context menu of a number: the same actions as its buttons. */
function useLeaseMenu(lease: Lease, messages: readonly Message[]) {
  const { number, state, pinned, policy } = lease;
  const code = newestOf(lease, messages)?.code ?? null;
  const copy = useCopy();
  const extend = useExtend(lease);
  const pin = usePin(lease);
  const { start: giveBack, pending } = useGiveBack(lease);
  const runs = state === 'active' && !pending;
  const toggle = runs && pin.isPossible ? () => void pin.toggle() : undefined;
  return useContextMenu({
    copyCode: code === null ? undefined : () => void copy(code),
    copyNumber: number === null ? undefined : () => void copy(number),
    extend: runs && !pinned ? extend.run : undefined,
    [pinned ? 'unpin' : 'pin']: toggle,
    [policy === 'release' ? 'giveBack' : 'end']: runs ? giveBack : undefined,
  });
}
