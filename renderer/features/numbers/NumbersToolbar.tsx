import { Group, NativeSelect, TextInput } from '@mantine/core';
import { leaseSorts } from '../../state/leaseSort.ts';
import { strings } from '../../ui/strings.ts';
import { useListChoice } from './listChoice.tsx';

const text = strings.numbers.list;

interface NumbersToolbarProps {
  filter: string;
  setFilter: (filter: string) => void;
}

/** Finds one number among many, and puts those in use in order. */
export function NumbersToolbar({ filter, setFilter }: NumbersToolbarProps) {
  const { sort, setSort } = useListChoice();
  return (
    <Group component="search" align="flex-end" gap="sm">
      <TextInput
        type="search"
        flex="1 1 16em"
        label={text.filter}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
      />
      <NativeSelect
        label={text.sort}
        value={sort}
        data={leaseSorts.map((value) => ({ value, label: text.sorts[value] }))}
        onChange={(event) => setSort(leaseSorts.find((known) => known === event.currentTarget.value) ?? 'code')}
      />
    </Group>
  );
}
