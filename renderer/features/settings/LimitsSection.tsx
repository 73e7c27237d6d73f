import { Alert, Button, List, Text } from '@mantine/core';
import type { SettingsPatch } from '../../../electron/contract/settings.ts';
import { useSelected } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { formatDuration } from '../../ui/duration.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { Part, Section } from './Section.tsx';
import { SettingDuration } from './SettingDuration.tsx';
import { SettingNumber } from './SettingNumber.tsx';
import { SettingText } from './SettingText.tsx';
import { useSetting } from './useSetting.ts';

const text = strings.settings.limits;
const toConfirm = strings.money.toConfirm;

/** How much may be spent, how many numbers there may be, and for how long. */
export function LimitsSection() {
  const perDay = useSetting('limitPerDay');
  const perMonth = useSetting('limitPerMonth');
  const leasesAtOnce = useSetting('leasesAtOnce');
  return (
    <Section spot="money">
      <Part>
        <LimitsToConfirm />
        <SettingText label={text.perDay} description={text.spendingHint} setting={perDay} inputMode="decimal" />
        <SettingText label={text.perMonth} description={text.spendingHint} setting={perMonth} inputMode="decimal" />
        <SettingNumber label={text.leasesAtOnce} description={text.leasesAtOnceHint} setting={leasesAtOnce} />
        <MaxLease />
      </Part>
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

/** Limits that a damaged file has lost, with their present values. Setting one confirms it; the button confirms all. */
function LimitsToConfirm() {
  const settings = useSelected((state) => state.settings);
  const { run, busy } = useAction('settings.update');
  const announce = useAnnounce();
  const names = settings.limitsToConfirm;
  if (names.length === 0) return null;
  const confirm = async () => {
    const patch: SettingsPatch = Object.fromEntries(names.map((name) => [name, settings[name]]));
    if (await run(patch)) announce(toConfirm.confirmed);
  };
  return (
    <Alert color="yellow" title={toConfirm.title}>
      {toConfirm.text}
      <List size="sm" my="xs">
        {names.map((name) => (
          <List.Item key={name}>
            {toConfirm.limit({ name: toConfirm.names[name], value: settings[name] ?? toConfirm.noLimit })}
          </List.Item>
        ))}
      </List>
      <Button size="xs" variant="default" loading={busy} onClick={() => void confirm()}>
        {toConfirm.confirm}
      </Button>
    </Alert>
  );
}
