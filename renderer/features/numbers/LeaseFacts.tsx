import { Badge, Text, UnstyledButton } from '@mantine/core';
import type { Lease, LeaseState } from '../../../electron/contract/state.ts';
import { useCopied } from '../../ui/copying.tsx';
import { countryName } from '../../ui/countries.ts';
import { Flag } from '../../ui/Flag.tsx';
import { CheckIcon, CopyIcon } from '../../ui/icons.tsx';
import { formatDay, formatMoney, formatNumber } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';

const text = strings.numbers;

/** The number as people in its country write it; a click copies it in E.164, which forms expect. */
export function LeaseNumber({ lease: { number } }: { lease: Lease }) {
  return number === null ? <Text className="number">{text.unnamed}</Text> : <NumberButton number={number} />;
}

function NumberButton({ number }: { number: string }) {
  const { copied, copy } = useCopied(number);
  return (
    <UnstyledButton
      className="number"
      {...(!copied && { 'aria-label': text.copyNumber({ number: formatNumber(number) }) })}
      title={number}
      onClick={() => void copy()}
    >
      {copied ? strings.common.copied : formatNumber(number)}
      {copied ? <CheckIcon /> : <CopyIcon />}
    </UnstyledButton>
  );
}

export function LeaseFacts({ lease }: { lease: Lease }) {
  const { country, type, service, holder } = lease;
  const facts = [
    countryName(country),
    type === null ? null : text.types[type],
    priceText(lease),
    service,
    holder === null ? null : text.heldBy({ holder }),
  ];
  return (
    <Text size="sm" c="dimmed" className="lease-facts break">
      <Flag country={country} /> {facts.filter((fact) => fact !== null).join(' · ')}
    </Text>
  );
}

function priceText({ reused, monthlyPrice }: Lease): string | null {
  if (reused) return strings.money.lease.free;
  return monthlyPrice === null ? null : text.perMonth({ price: formatMoney(monthlyPrice) });
}

/** Why the lease ended, where that is not obvious. */
export function EndNote({ lease: { endReason } }: { lease: Lease }) {
  return endReason === 'clientGone' ? (
    <Text size="sm" c="dimmed">
      {text.clientGone}
    </Text>
  ) : null;
}

const stateColors: Record<LeaseState, string> = {
  buying: 'blue',
  active: 'green',
  expired: 'orange',
  releasing: 'orange',
  released: 'gray',
  idle: 'gray',
  failed: 'red',
};

interface StateBadgeProps {
  lease: Pick<Lease, 'cancelled' | 'state'>;
  /** Until when an idle number waits; null when unknown. */
  keptUntil?: string | null;
}

export function StateBadge({ lease: { cancelled, state }, keptUntil = null }: StateBadgeProps) {
  const isKept = state === 'idle' && keptUntil !== null;
  return (
    <Badge variant="dot" color={stateColors[state]} tt="none" fw={500} flex="none">
      {isKept
        ? strings.money.lease.keptUntil({ day: formatDay(keptUntil) })
        : cancelled
          ? text.cancelling
          : text.states[state]}
    </Badge>
  );
}
