import { Group, Select, type SelectProps } from '@mantine/core';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { countryGroups, countryIndex, countryName } from './countries.ts';
import { findCountries } from './countrySearch.ts';
import { Flag } from './Flag.tsx';
import { strings } from './strings.ts';

/** Enter picks a country. It must not submit the surrounding form, which may buy a number, unless the list is closed. */
function keepEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.currentTarget.getAttribute('aria-expanded') === 'true') event.preventDefault();
}

/** The country that is marked in the list, or will be: the list shows a moment after the keys. */
function clickMarked({ currentTarget }: KeyboardEvent): boolean {
  const list = document.getElementById(currentTarget.getAttribute('aria-controls') ?? '');
  const option = list?.querySelector<HTMLElement>('[data-combobox-selected]') ?? list?.querySelector('[role=option]');
  if (!(option instanceof HTMLElement)) return false;
  option.click();
  return true;
}

interface CountrySelectProps extends Omit<SelectProps, 'data'> {
  /** The person's own country, shown near the top. */
  own: string;
}

export function CountrySelect({ own, error, onFocus, onBlur, ...props }: CountrySelectProps) {
  const { found, search, missed } = useCountrySearch(own, props.value ?? null);
  const all = useMemo(() => countryGroups(own), [own]);
  const take = (event: KeyboardEvent) => {
    const [best] = found ?? [];
    if (best === undefined) return;
    if (event.key === 'Enter') event.preventDefault();
    if (clickMarked(event)) return;
    search(null);
    props.onChange?.(best.value, best);
  };
  return (
    <Select
      data={found ?? all}
      searchable
      // The list is filtered and ranked already.
      filter={({ options }) => options}
      openOnFocus={false}
      selectFirstOptionOnChange
      onFocus={(event) => {
        event.currentTarget.select();
        onFocus?.(event);
      }}
      onInput={(event) => search(event.currentTarget.value)}
      onBlur={(event) => {
        search(null);
        onBlur?.(event);
      }}
      onOptionSubmit={() => search(null)}
      onKeyDown={(event) => {
        keepEnter(event);
        // Tab takes what is marked, as Enter does: the field must not fall back to what it was before.
        if (event.key === 'Tab' || event.key === 'Enter') take(event);
      }}
      allowDeselect={false}
      nothingFoundMessage={strings.dialog.noCountry}
      error={missed === null ? error : strings.dialog.noSuchCountry({ typed: missed })}
      leftSection={props.value != null && <Flag country={props.value} />}
      maxDropdownHeight={260}
      renderOption={({ option }) => (
        <Group gap="xs" wrap="nowrap">
          <Flag country={option.value} />
          {option.label}
        </Group>
      )}
      {...props}
    />
  );
}

/** What is being typed, the countries that fit it, and what was left in the field though it names no country. */
function useCountrySearch(own: string, chosen: string | null) {
  const [typed, setTyped] = useState<string | null>(null);
  const [missed, setMissed] = useState<{ typed: string; chosen: string | null } | null>(null);
  const isSearching = typed !== null && typed.trim() !== '';
  const index = useMemo(() => (isSearching ? countryIndex(own) : []), [isSearching, own]);
  const found = isSearching ? findCountries(typed, index).map((value) => ({ value, label: countryName(value) })) : null;
  const search = (text: string | null) => {
    setMissed(text === null && typed !== null && found?.length === 0 ? { typed, chosen } : null);
    setTyped(text);
  };
  return { found, search, missed: missed?.chosen === chosen ? missed.typed : null };
}
