import { NativeSelect, Paper, Stack, Text, Title, type NativeSelectProps } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ChosenPapers } from '../../../electron/contract/settings.ts';
import type { Papers } from '../../../electron/contract/papers.ts';
import { useAppState, useClient } from '../../state/context.ts';
import { useLoaded } from '../../state/useLoaded.ts';
import { useSoughtCountry } from '../../state/usePlace.ts';
import { countryName } from '../../ui/countries.ts';
import { Flag } from '../../ui/Flag.tsx';
import { CountrySelect } from '../../ui/CountrySelect.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { strings } from '../../ui/strings.ts';
import { SettingField } from '../settings/SettingField.tsx';
import { SettingText } from '../settings/SettingText.tsx';
import { useSetting, type Setting } from '../settings/useSetting.ts';
import { addressOptions, bundleOptions, noPapers, papersCountries } from './papers.ts';

const text = strings.money.papers;

/** The bundle, address and identity to use for purchases, by country. */
export function PapersPage() {
  const client = useClient();
  const papers = useLoaded(() => client.call('papers.list'), 'papers');
  return (
    <Stack>
      <Title order={1} size="h2">
        {text.title}
      </Title>
      <Text size="sm">{text.purpose}</Text>
      <LoadingLine loaded={papers} text={text.loading} />
      {papers.value !== null && <Countries papers={papers.value} />}
    </Stack>
  );
}

function Countries({ papers }: { papers: Papers }) {
  const { settings } = useAppState();
  const sought = useSoughtCountry();
  const [added, setAdded] = useState<string[]>(sought === null ? [] : [sought]);
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
        <CountryPapers key={country} country={country} papers={papers} isSought={country === sought} />
      ))}
      <CountrySelect
        maw="26rem"
        label={text.add}
        own={settings.country}
        value={null}
        onChange={(country) => country !== null && setAdded((before) => [...before, country])}
      />
    </Stack>
  );
}

interface CountryPapersProps {
  country: string;
  papers: Papers;
  /** The address leads to this country. */
  isSought: boolean;
}

function CountryPapers({ country, papers, isSought }: CountryPapersProps) {
  const ref = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (isSought) ref.current?.querySelector('select')?.focus();
  }, [isSought]);
  const bundle = useChosen(country, 'bundleSid');
  const address = useChosen(country, 'addressSid');
  const identity = useChosen(country, 'identitySid');
  return (
    <Paper component="fieldset" withBorder className="papers" ref={ref}>
      <legend>
        <Text fw={600}>
          <Flag country={country} /> {countryName(country)}
        </Text>
      </legend>
      <Stack gap="sm">
        <PaperSelect label={text.bundle} data={bundleOptions(papers.bundles, country, bundle.value)} setting={bundle} />
        <PaperSelect
          label={text.address}
          data={addressOptions(papers.addresses, country, address.value)}
          setting={address}
        />
        <SettingText label={text.identity} description={text.identityHint} setting={identity} />
      </Stack>
    </Paper>
  );
}

/** One of a country's papers, as a setting. */
function useChosen(country: string, key: keyof ChosenPapers): Setting<string | null> {
  const setting = useSetting('papers');
  const chosen = setting.value[country] ?? noPapers;
  // The host replaces the whole record of a country.
  const withIt = (sid: unknown) => ({ [country]: { ...chosen, [key]: sid } });
  return {
    ...setting,
    value: chosen[key],
    check: (sid) => setting.check(withIt(sid)),
    save: (sid) => setting.save(withIt(sid)),
  };
}

interface PaperSelectProps {
  label: string;
  data: NonNullable<NativeSelectProps['data']>;
  setting: Setting<string | null>;
}

function PaperSelect({ label, data, setting }: PaperSelectProps) {
  const { value, error, save } = setting;
  return (
    <SettingField setting={setting}>
      <NativeSelect
        label={label}
        data={data}
        value={value ?? ''}
        error={error}
        onChange={(event) => void save(event.currentTarget.value || null)}
      />
    </SettingField>
  );
}
