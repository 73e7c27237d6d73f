import { NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { CountrySelect } from '../../ui/CountrySelect.tsx';
import { numberTypeData, toNumberType } from '../../ui/numberTypes.ts';
import { strings } from '../../ui/strings.ts';
import { Section } from './Section.tsx';
import { useSetting } from './useSetting.ts';

const text = strings.settings.defaults;

export function DefaultsSection() {
  const country = useSetting('country');
  const type = useSetting('type');
  const duration = useSetting('ttlSeconds');
  const [seconds, setSeconds] = useState<number | string>(duration.value);
  return (
    <Section title={text.title} saved={country.saved || type.saved || duration.saved}>
      <CountrySelect
        label={text.country}
        own={country.value}
        value={country.value}
        error={country.error}
        onChange={(value) => void country.save(value)}
      />
      <Select
        label={text.type}
        data={numberTypeData()}
        allowDeselect={false}
        value={type.value ?? ''}
        error={type.error}
        onChange={(value) => void type.save(toNumberType(value))}
      />
      <NumberInput
        label={text.duration}
        min={1}
        allowDecimal={false}
        allowNegative={false}
        value={seconds}
        error={duration.error}
        onChange={setSeconds}
        onBlur={() => void duration.save(seconds)}
      />
    </Section>
  );
}
