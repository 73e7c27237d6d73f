import { Select } from '@mantine/core';
import { CountrySelect } from '../../ui/CountrySelect.tsx';
import { leaseRange } from '../../ui/duration.ts';
import { numberTypeData, toNumberType } from '../../ui/numberTypes.ts';
import { strings } from '../../ui/strings.ts';
import { PolicyChoice } from '../money/PolicyChoice.tsx';
import { Part, Section } from './Section.tsx';
import { SettingDuration } from './SettingDuration.tsx';
import { SettingField } from './SettingField.tsx';
import { useSetting } from './useSetting.ts';

const text = strings.dialog;

/** What new numbers are like, and what happens to them afterwards. */
export function DefaultsSection() {
  const country = useSetting('country');
  const type = useSetting('type');
  const duration = useSetting('ttlSeconds');
  const policy = useSetting('policy');
  return (
    <Section spot="defaults">
      <Part>
        <SettingField setting={country}>
          <CountrySelect
            label={text.country}
            own={country.value}
            value={country.value}
            error={country.error}
            onChange={(value) => void country.save(value)}
          />
        </SettingField>
        <SettingField setting={type}>
          <Select
            label={text.type}
            data={numberTypeData()}
            allowDeselect={false}
            value={type.value ?? ''}
            error={type.error}
            onChange={(value) => void type.save(toNumberType(value))}
          />
        </SettingField>
        <SettingDuration label={text.duration} setting={duration} range={leaseRange} />
        <SettingField setting={policy} wide>
          <PolicyChoice
            label={strings.money.policy.title}
            value={policy.value}
            error={policy.error}
            onChange={(value) => void policy.save(value)}
            country={country.value}
            type={type.value}
          />
        </SettingField>
      </Part>
    </Section>
  );
}
