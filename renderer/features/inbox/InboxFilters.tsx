import type { MessageFacets } from '../../../electron/contract/messages.ts';
import { Checkbox, CloseButton, Select, TextInput, type ComboboxItem } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { RefObject } from 'react';
import { formatNumber } from '../../ui/format.ts';
import { SearchIcon } from '../../ui/icons.tsx';
import { strings } from '../../ui/strings.ts';
import type { Wanted } from './filters.ts';

const text = strings.inbox;

const codeChoices: ComboboxItem[] = [
  { value: 'true', label: text.withCode },
  { value: 'false', label: text.withoutCode },
];

interface InboxFiltersProps {
  wanted: Wanted;
  change: (patch: Partial<Wanted>) => void;
  facets: MessageFacets | null;
  search: RefObject<HTMLInputElement | null>;
}

/** The filters of the list: a search field, and a row of choices that wraps when space is short. */
export function InboxFilters({ wanted, change, facets, search }: InboxFiltersProps) {
  const { withCode, noLease } = wanted;
  return (
    <search className="inbox-filters">
      <SearchField value={wanted.search} change={(value) => change({ search: value })} field={search} />
      <fieldset className="inbox-choices" aria-label={text.filters}>
        <Choice
          label={text.number}
          any={text.allNumbers}
          data={numbersOf(facets, wanted.number)}
          value={wanted.number}
          change={(number) => change({ number })}
        />
        <Choice
          label={text.service}
          any={text.allServices}
          data={servicesOf(facets, wanted.service)}
          value={wanted.service}
          change={(service) => change({ service })}
        />
        <Choice
          label={text.code}
          any={text.withOrWithout}
          data={codeChoices}
          value={withCode === null ? null : String(withCode)}
          change={(value) => change({ withCode: value === null ? null : value === 'true' })}
        />
        <Checkbox
          label={text.noLeaseOnly}
          checked={noLease}
          onChange={(event) => change({ noLease: event.currentTarget.checked })}
        />
      </fieldset>
    </search>
  );
}

interface SearchFieldProps {
  value: string;
  change: (value: string) => void;
  field: RefObject<HTMLInputElement | null>;
}

function SearchField({ value, change, field }: SearchFieldProps) {
  const clear = () => {
    change('');
    field.current?.focus();
  };
  return (
    <TextInput
      ref={field}
      type="search"
      aria-label={text.search}
      placeholder={text.search}
      maxLength={200}
      leftSection={<SearchIcon />}
      rightSection={value !== '' && <CloseButton size="sm" aria-label={text.clearSearch} onClick={clear} />}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && clear()}
    />
  );
}

interface ChoiceProps {
  label: string;
  /** The label while it does not filter anything. */
  any: string;
  data: ComboboxItem[];
  value: string | null;
  change: (value: string | null) => void;
}

function Choice({ label, any, data, value, change }: ChoiceProps) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <Select
      size="sm"
      aria-label={label}
      placeholder={any}
      // With many numbers the list is long, and it changes with every message: it is drawn only while it is open.
      data={opened ? data : data.filter((item) => item.value === value)}
      onDropdownOpen={open}
      onDropdownClose={close}
      value={value}
      onChange={change}
      clearable
      clearButtonProps={{ 'aria-label': `${label}: ${any}` }}
      searchable={data.length > 8}
      nothingFoundMessage={text.nothingThere}
      maxDropdownHeight={300}
      comboboxProps={{ portalProps: { target: '#content' } }}
      {...(value !== null && { 'data-narrows': true })}
    />
  );
}

function numbersOf(facets: MessageFacets | null, chosen: string | null): ComboboxItem[] {
  const numbers = facets?.numbers ?? [];
  const all = numbers.map(({ number, label }) => ({
    value: number,
    label: label === null ? formatNumber(number) : `${formatNumber(number)} · ${label}`,
  }));
  return withChosen(all, chosen, chosen === null ? '' : formatNumber(chosen));
}

function servicesOf(facets: MessageFacets | null, chosen: string | null): ComboboxItem[] {
  const all = (facets?.services ?? []).map((service) => ({ value: service, label: service }));
  return withChosen(all, chosen, chosen ?? '');
}

/** Keeps the chosen item in the list, even when its last message is deleted. */
function withChosen(all: ComboboxItem[], chosen: string | null, label: string): ComboboxItem[] {
  return chosen === null || all.some(({ value }) => value === chosen) ? all : [{ value: chosen, label }, ...all];
}
