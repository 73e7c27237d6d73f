import { NativeSelect, Select, Text } from '@mantine/core';
import { useSelected } from '../../state/context.ts';
import { CountrySelect } from '../../ui/CountrySelect.tsx';
import { formatDuration, leaseRange } from '../../ui/duration.ts';
import { numberTypeData, toNumberType } from '../../ui/numberTypes.ts';
import { strings } from '../../ui/strings.ts';
import { PolicyChoice } from '../money/PolicyChoice.tsx';
import { PapersPart } from './PapersPart.tsx';
import { PoolSize } from './PoolSize.tsx';
import { Quarantine } from './Quarantine.tsx';
import { Part, Section } from './Section.tsx';
import { SettingDuration } from './SettingDuration.tsx';
import { SettingField } from './SettingField.tsx';
import { SettingNumber } from './SettingNumber.tsx';
import { useSetting } from './useSetting.ts';

const text = strings.settings.defaults;
const money = strings.money.defaults;

const onQuitData = Object.entries(money.onQuitChoices).map(([value, label]) => ({ value, label }));

/** What new numbers are like, what happens to them afterwards, and how many are kept ready. */
export function DefaultsSection() {
  const country = useSetting('country');
  const type = useSetting('type');
  const duration = useSetting('ttlSeconds');
  const policy = useSetting('policy');
  const poolSize = useSetting('poolSize');
  const leasesAtOnce = useSetting('leasesAtOnce');
  const onQuit = useSetting('onQuit');
  return (
    <Section spot="defaults">
      <Part>
        <SettingField saved={country.saved}>
          <CountrySelect
            label={text.country}
            own={country.value}
            value={country.value}
            error={country.error}
            onChange={(value) => void country.save(value)}
          />
        </SettingField>
        <SettingField saved={type.saved}>
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
        <MaxLease />
        <SettingField saved={policy.saved} wide>
          <PolicyChoice
            label={strings.money.policy.defaultTitle}
            value={policy.value}
            error={policy.error}
            onChange={(value) => void policy.save(value)}
            country={country.value}
            type={type.value}
          />
        </SettingField>
        <SettingField saved={onQuit.saved}>
          <NativeSelect
            label={money.onQuit}
            data={onQuitData}
            value={onQuit.value}
            error={onQuit.error}
            onChange={(event) => void onQuit.save(event.currentTarget.value)}
          />
        </SettingField>
      </Part>
      <Part title={text.pool}>
        <PoolSize setting={poolSize} country={country.value} type={type.value} />
        <Quarantine />
        <SettingNumber label={text.leasesAtOnce} description={text.leasesAtOnceHint} setting={leasesAtOnce} />
      </Part>
      <PapersPart />
    </Section>
  );
}

/** The longest time a lease may run; only shown as text when the environment sets it. */
function MaxLease() {
  const setting = useSetting('maxLeaseSeconds');
  const fixed = useSelected((state) => state.fixed.maxLeaseSeconds);
  if (fixed !== null) return <Text size="sm">{text.maxLeaseFixed({ time: formatDuration(fixed) })}</Text>;
  return (
    <SettingDuration
      label={text.maxLease}
      description={text.maxLeaseHint}
      setting={setting}
      range={{ min: 60, max: 2_592_000 }}
      optional
    />
  );
}
