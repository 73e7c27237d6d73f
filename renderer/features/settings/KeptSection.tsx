import { NativeSelect } from '@mantine/core';
import { useSelected } from '../../state/context.ts';
import { strings } from '../../ui/strings.ts';
import { PoolSize } from './PoolSize.tsx';
import { Quarantine } from './Quarantine.tsx';
import { Part, Section } from './Section.tsx';
import { SettingField } from './SettingField.tsx';
import { useSetting } from './useSetting.ts';

const text = strings.money.defaults;

const onQuitData = Object.entries(text.onQuitChoices).map(([value, label]) => ({ value, label }));

/** Numbers that stay after their time is up. */
export function KeptSection() {
  const { country, type } = useSelected(({ settings }) => settings);
  const poolSize = useSetting('poolSize');
  const onQuit = useSetting('onQuit');
  return (
    <Section spot="kept">
      <Part>
        <PoolSize setting={poolSize} country={country} type={type} />
        <Quarantine />
        <SettingField setting={onQuit}>
          <NativeSelect
            label={text.onQuit}
            data={onQuitData}
            value={onQuit.value}
            error={onQuit.error}
            onChange={(event) => void onQuit.save(event.currentTarget.value)}
          />
        </SettingField>
      </Part>
    </Section>
  );
}
