import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import type { AvailableNumbers } from '../../../electron/contract/state.ts';
import { useNow, useSelected } from '../../state/context.ts';
import { countryName } from '../../ui/countries.ts';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { formatAge, formatNumber } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { accountTrouble, isOfAccount } from '../reception/trouble.ts';
import { countriesInsteadOf, needsOtherCountry } from './otherCountry.ts';
import type { Search } from './useNumberSearch.ts';

const text = strings.dialog;
const examples = 3;

interface SearchPreviewProps {
  search: Search;
  country: string;
  setCountry: (country: string) => void;
}

/** What is available for the dialog's search, before any money is spent. */
export function SearchPreview({ search, country, setCountry }: SearchPreviewProps) {
  const instead = <InsteadButtons country={country} setCountry={setCountry} />;
  switch (search.kind) {
    case 'searching':
      return (
        <Group gap="xs" mih={64}>
          <Loader size="xs" aria-hidden="true" />
          <Text size="sm">{text.searching}</Text>
        </Group>
      );
    case 'failed':
      if (isOfAccount(search.failure)) return <Text size="sm">{accountTrouble(search.failure)}</Text>;
      return (
        <FailureAlert failure={search.failure}>
          {needsOtherCountry(search.failure.code) ? instead : undefined}
        </FailureAlert>
      );
    case 'found':
      return search.found.numbers.length === 0 ? (
        <NothingFound country={country}>{instead}</NothingFound>
      ) : (
        <Found found={search.found} />
      );
  }
}

/** When a price list is older than this, its age is shown. */
const freshPriceMs = 3 * 60_000;

function Found({ found: { numbers, monthlyPrice, priceAsOf } }: { found: AvailableNumbers }) {
  const now = useNow();
  const isMadeUp = useSelected(({ capture }) => capture !== null);
  const age = priceAsOf === null ? null : formatAge(priceAsOf, now, freshPriceMs);
  return (
    <Stack gap={2} mih={64}>
      <Text size="sm">
        <b>{text.available({ count: numbers.length })}</b>{' '}
        {numbers
          .slice(0, examples)
          .map(({ phoneNumber }) => formatNumber(phoneNumber))
          .join(' · ')}
      </Text>
      <Text size="sm" c="dimmed">
        {isMadeUp ? text.madeUp : monthlyPrice === null ? text.noPrice : text.fullMonth}
        {age !== null && ` ${strings.money.order.priceAge({ age })}`}
      </Text>
    </Stack>
  );
}

function NothingFound({ country, children }: { country: string; children: React.ReactNode }) {
  return (
    <Alert color="yellow" title={text.none({ country: countryName(country) })}>
      <Stack gap="xs">
        <Text size="sm">
          {country === 'IN' && text.noneIndia} {text.noneHint}
        </Text>
        {children}
      </Stack>
    </Alert>
  );
}

export function InsteadButtons({ country, setCountry }: Pick<SearchPreviewProps, 'country' | 'setCountry'>) {
  return (
    <Group gap="xs">
      {countriesInsteadOf(country).map((code) => (
        <Button key={code} size="xs" variant="default" onClick={() => setCountry(code)}>
          {text.instead({ country: countryName(code) })}
        </Button>
      ))}
    </Group>
  );
}
