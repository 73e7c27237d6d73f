import { Text } from '@mantine/core';
import { strings } from '../../ui/strings.ts';
import { LedgerList } from '../money/LedgerList.tsx';
import { MoneyFigures } from '../money/MoneyFigures.tsx';
import { LimitsToConfirm } from './LimitsToConfirm.tsx';
import { Part, Section } from './Section.tsx';
import { SettingText } from './SettingText.tsx';
import { useSetting } from './useSetting.ts';

const text = strings.money.section;

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
