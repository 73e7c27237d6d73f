import { NativeSelect, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { CountrySelect } from '../../ui/CountrySelect.tsx';
import { numberTypeData, toNumberType } from '../../ui/numberTypes.ts';
import { strings } from '../../ui/strings.ts';
import { PolicyChoice } from '../money/PolicyChoice.tsx';
import { PoolSize } from './PoolSize.tsx';
import { Section } from './Section.tsx';
import { useSetting } from './useSetting.ts';

const text = strings.settings.defaults;
const money = strings.money.defaults;
const onQuitData = Object.entries(money.onQuitChoices).map(([value, label]) => ({ value, label }));

export function DefaultsSection() {
  const country = useSetting('country');
  const type = useSetting('type');
  const duration = useSetting('ttlSeconds');
  const policy = useSetting('policy');
  const poolSize = useSetting('poolSize');
  const onQuit = useSetting('onQuit');
  const [seconds, setSeconds] = useState<number | string>(duration.value);
  return (
    <Section title={text.title} saved={[country, type, duration, policy, poolSize, onQuit].some(({ saved }) => saved)}>
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
      <PolicyChoice
        label={strings.money.policy.defaultTitle}
        value={policy.value}
        error={policy.error}
        onChange={(value) => void policy.save(value)}
        country={country.value}
        type={type.value}
      />
      <PoolSize setting={poolSize} country={country.value} type={type.value} />
      <NativeSelect
        label={money.onQuit}
        data={onQuitData}
        value={onQuit.value}
        error={onQuit.error}
        onChange={(event) => void onQuit.save(event.currentTarget.value)}
      />
    </Section>
  );
}
