import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useSpot } from '../../state/usePlace.ts';
import { strings } from '../../ui/strings.ts';
import { LedgerList } from '../money/LedgerList.tsx';
import { MoneyFigures } from '../money/MoneyFigures.tsx';
import { Section } from './Section.tsx';
import { SettingText } from './SettingText.tsx';
import { useSetting } from './useSetting.ts';

const text = strings.money.section;

/** Limits, figures and the ledger. */
export function MoneySection() {
  const spot = useSpot('money');
  const perDay = useSetting('limitPerDay');
  const perMonth = useSetting('limitPerMonth');
  return (
    <Section title={text.title} saved={perDay.saved || perMonth.saved} spot={spot}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <Stack gap="sm">
          <Text size="sm">{text.limits}</Text>
          <SettingText label={text.perDay} description={text.limitHint} setting={perDay} inputMode="decimal" />
          <SettingText label={text.perMonth} description={text.limitHint} setting={perMonth} inputMode="decimal" />
          <MoneyFigures />
        </Stack>
        <LedgerList />
      </SimpleGrid>
    </Section>
  );
}
