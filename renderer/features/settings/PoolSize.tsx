import { Button, Group, NumberInput, Text } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import type { NumberType } from '../../../electron/contract/settings.ts';
import { useClient } from '../../state/context.ts';
import { useLoaded } from '../../state/useLoaded.ts';
import { countryName } from '../../ui/countries.ts';
import { formatMoney } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';

const text = strings.money.defaults;

interface PoolSizeProps {
  setting: { value: number; error: string | null; save: (value: unknown) => Promise<boolean> };
  country: string;
  type: NumberType | null;
}

/** A larger pool buys numbers at once, so it is saved by a button and not by leaving the field. */
export function PoolSize({ setting, country, type }: PoolSizeProps) {
  const { value, error, save } = setting;
  const [draft, setDraft] = useState<number | string | null>(null);
  const size = draft ?? value;
  const commit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (await save(size)) setDraft(null);
  };
  return (
    <form onSubmit={(event) => void commit(event)} noValidate>
      <Group gap="xs" align="flex-end">
        <NumberInput
          flex="1 1 12em"
          label={text.poolSize}
          min={0}
          allowDecimal={false}
          allowNegative={false}
          value={size}
          error={error}
          onChange={setDraft}
        />
        {size !== value && <Button type="submit">{text.poolSave}</Button>}
      </Group>
      <Text size="sm" mt={4}>
        <PoolPrice size={size} country={country} type={type} />
      </Text>
      <Text size="xs" c="dimmed" mt={4}>
        {text.poolHint([countryName(country), ...(type === null ? [] : [strings.numbers.types[type]])].join(', '))}
      </Text>
    </form>
  );
}

function PoolPrice({ size, country, type }: { size: number | string } & Pick<PoolSizeProps, 'country' | 'type'>) {
  const client = useClient();
  const query = { country, ...(type !== null && { type }) };
  const search = useLoaded(() => client.call('numbers.search', query), JSON.stringify(query));
  if (search.value === null && search.failure === null) return null;
  const price = search.value?.monthlyPrice ?? null;
  if (price === null) return text.poolNoPrice;
  const count = Number(size);
  return count > 0 ? text.poolPrice(count, formatMoney(price)) : text.poolEach(formatMoney(price));
}
