import { Alert, Button, List, Text } from '@mantine/core';
import type { SettingsPatch } from '../../../electron/contract/settings.ts';
import { useSelected } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { LedgerList } from '../money/LedgerList.tsx';
import { MoneyFigures } from '../money/MoneyFigures.tsx';
import { Part, Section } from './Section.tsx';
import { SettingText } from './SettingText.tsx';
import { useSetting } from './useSetting.ts';

const text = strings.money.section;
const toConfirm = strings.money.toConfirm;

/** Limits, figures and the ledger. */
export function MoneySection() {
  const perDay = useSetting('limitPerDay');
  const perMonth = useSetting('limitPerMonth');
  return (
    <Section spot="money">
      <Part>
        <LimitsToConfirm />
        <Text size="sm">{text.limits}</Text>
        <SettingText label={text.perDay} description={text.limitHint} setting={perDay} inputMode="decimal" />
        <SettingText label={text.perMonth} description={text.limitHint} setting={perMonth} inputMode="decimal" />
      </Part>
      <Part title={strings.settings.figures}>
        <MoneyFigures />
      </Part>
      <div className="settings-part">
        <LedgerList />
      </div>
    </Section>
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
