import { Badge, Text, UnstyledButton } from '@mantine/core';
import type { Lease, LeaseState } from '../../../electron/contract/state.ts';
import { useCopied } from '../../ui/copying.tsx';
import { countryName, flag } from '../../ui/countries.ts';
import { formatMoney, formatNumber } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';

const text = strings.numbers;

/** The number as people of its country write it; a click copies it in E.164, as forms want it. */
export function LeaseNumber({ lease: { number } }: { lease: Lease }) {
  return number === null ? <Text className="number">{text.unnamed}</Text> : <NumberButton number={number} />;
}

function NumberButton({ number }: { number: string }) {
  const { copied, copy } = useCopied(number);
  return (
    <UnstyledButton className="number" aria-label={text.copyNumber(number)} title={number} onClick={() => void copy()}>
      {copied ? strings.common.copied : formatNumber(number)}
    </UnstyledButton>
  );
}

export function LeaseFacts({ lease: { country, type, monthlyPrice } }: { lease: Lease }) {
  const facts = [
    countryName(country),
    ...(type === null ? [] : [text.types[type]]),
    ...(monthlyPrice === null ? [] : [text.perMonth(formatMoney(monthlyPrice))]),
  ];
  return (
    <Text size="sm" c="dimmed">
      <span aria-hidden="true">{flag(country)} </span>
      {facts.join(' · ')}
    </Text>
  );
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

export function StateBadge({ state }: { state: LeaseState }) {
  return (
    <Badge variant="dot" color={stateColors[state]} tt="none" fw={500} flex="none">
      {text.states[state]}
    </Badge>
  );
}
