import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import type { OwnedNumber } from '../../../electron/contract/state.ts';
import { strings } from '../../ui/strings.ts';
import type { FirstChoice } from '../numbers/order.ts';
import { filterNumbers, searchable } from './owned.ts';
import type { Asked } from './OwnedDialog.tsx';
import { OwnedItem } from './OwnedItem.tsx';

const text = strings.money.owned;
const shownAtFirst = 20;
const moreAtOnce = 50;

interface OwnedListProps {
  numbers: readonly OwnedNumber[];
  ask: (asked: Asked) => void;
  newNumber: (first?: FirstChoice) => void;
}

/** A page of numbers, with a search field when there are many. */
export function OwnedList({ numbers, ask, newNumber }: OwnedListProps) {
  const [filter, setFilter] = useState('');
  const [limit, setLimit] = useState(shownAtFirst);
  const list = useMemo(() => numbers.map(searchable), [numbers]);
  const found = filterNumbers(list, useDeferredValue(filter));
  const shown = found.slice(0, limit);
  return (
    <Stack gap="sm">
      {numbers.length > shownAtFirst && (
        <TextInput
          type="search"
          aria-label={text.filter}
          placeholder={text.filter}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
      )}
      {found.length === 0 && <Text size="sm">{text.noMatch}</Text>}
      <ul className="plain-list" aria-label={text.title}>
        {shown.map((owned) => (
          <OwnedItem key={owned.sid} owned={owned} ask={ask} newNumber={newNumber} />
        ))}
      </ul>
      {shown.length < found.length && (
        <Group gap="sm">
          <Button variant="default" onClick={() => setLimit(limit + moreAtOnce)}>
            {text.more}
          </Button>
          <Text size="sm" c="dimmed">
            {text.shown({ shown: shown.length, all: found.length })}
          </Text>
        </Group>
      )}
    </Stack>
  );
}
