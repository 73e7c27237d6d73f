import { Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ChosenPapers } from '../../../electron/contract/settings.ts';
import type { Papers } from '../../../electron/contract/papers.ts';
import { useAppState, useClient } from '../../state/context.ts';
import { useLoaded } from '../../state/useLoaded.ts';
import { countryName, flag } from '../../ui/countries.ts';
import { CountrySelect } from '../../ui/CountrySelect.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { strings } from '../../ui/strings.ts';
import { addressOptions, bundleOptions, noPapers, papersCountries } from './papers.ts';
import { SavedMark, Section } from './Section.tsx';
import { SettingText } from './SettingText.tsx';
import { useSetting } from './useSetting.ts';

const text = strings.money.papers;

/** The bundle, address and identity that go with a purchase, by country. */
export function PapersSection() {
  const client = useClient();
  const papers = useLoaded(() => client.call('papers.list'), 'papers');
  return (
    <Section title={text.title}>
      <Text size="sm">{text.purpose}</Text>
      <LoadingLine loaded={papers} text={text.loading} />
      {papers.value !== null && <Countries papers={papers.value} />}
    </Section>
  );
}

function Countries({ papers }: { papers: Papers }) {
  const { settings } = useAppState();
  const [added, setAdded] = useState<string[]>([]);
  const countries = papersCountries(papers, settings.papers, added);
  const isEmpty = papers.bundles.length + papers.addresses.length === 0;
  return (
    <Stack>
      {isEmpty && (
        <Text size="sm" c="dimmed">
          {text.none}
        </Text>
      )}
      {countries.map((country) => (
        <CountryPapers key={country} country={country} papers={papers} />
      ))}
      <CountrySelect
        label={text.add}
        own={settings.country}
        value={null}
        onChange={(country) => country !== null && setAdded((before) => [...before, country])}
      />
    </Stack>
  );
}

function CountryPapers({ country, papers }: { country: string; papers: Papers }) {
  const setting = useSetting('papers');
  const chosen = setting.value[country] ?? noPapers;
  // The host replaces a country's record as a whole.
  const save = (part: Partial<ChosenPapers>) => setting.save({ [country]: { ...chosen, ...part } });
  const identity = {
    value: chosen.identitySid,
    error: setting.error,
    save: (sid: string | null) => save({ identitySid: sid }),
  };
  return (
    <Stack component="fieldset" gap="xs" className="papers">
      <legend>
        <Group gap="xs">
          <Text fw={600}>
            <span aria-hidden="true">{flag(country)}</span> {countryName(country)}
          </Text>
          {setting.saved && <SavedMark />}
        </Group>
      </legend>
      <NativeSelect
        label={text.bundle}
        data={bundleOptions(papers.bundles, country, chosen.bundleSid)}
        value={chosen.bundleSid ?? ''}
        onChange={(event) => void save({ bundleSid: event.currentTarget.value || null })}
      />
      <NativeSelect
        label={text.address}
        data={addressOptions(papers.addresses, country, chosen.addressSid)}
        value={chosen.addressSid ?? ''}
        onChange={(event) => void save({ addressSid: event.currentTarget.value || null })}
      />
      <SettingText label={text.identity} description={text.identityHint} setting={identity} />
    </Stack>
  );
}
