import { Group, isOptionsGroup, Select, type OptionsFilter, type SelectProps } from '@mantine/core';
import { useMemo, type KeyboardEvent } from 'react';
import { countryGroups, matchesCountry } from './countries.ts';
import { Flag } from './Flag.tsx';
import { strings } from './strings.ts';

/** Enter picks a country. It must not submit the surrounding form, which may buy a number. */
function keepEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault();
}

const byCountry: OptionsFilter = ({ options, search }) =>
  options.flatMap((option) => {
    if (!isOptionsGroup(option)) return [];
    const items = option.items.filter(({ value }) => matchesCountry(value, search));
    return items.length > 0 ? [{ ...option, items }] : [];
  });

interface CountrySelectProps extends Omit<SelectProps, 'data'> {
  /** The person's own country, shown near the top. */
  own: string;
}

export function CountrySelect({ own, onFocus, ...props }: CountrySelectProps) {
  const data = useMemo(() => countryGroups(own), [own]);
  return (
    <Select
      data={data}
      searchable
      filter={byCountry}
      openOnFocus={false}
      selectFirstOptionOnChange
      onFocus={(event) => {
        event.currentTarget.select();
        onFocus?.(event);
      }}
      onKeyDown={keepEnter}
      allowDeselect={false}
      nothingFoundMessage={strings.dialog.noCountry}
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
