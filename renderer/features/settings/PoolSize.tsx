import { Button, NumberInput, Text } from '@mantine/core';
import type { NumberType } from '../../../electron/contract/settings.ts';
import { useClient } from '../../state/context.ts';
import { useLoaded } from '../../state/useLoaded.ts';
import { countryName } from '../../ui/countries.ts';
import { formatMoney } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { SettingField } from './SettingField.tsx';
import { useDraft } from './useDraft.ts';
import type { Setting } from './useSetting.ts';

const text = strings.money.defaults;

interface PoolSizeProps {
  setting: Setting<number>;
  country: string;
  type: NumberType | null;
}

/** A larger pool buys numbers at once, so a button saves it, not leaving the field. */
export function PoolSize({ setting, country, type }: PoolSizeProps) {
  const { value, error, save, check, reset } = setting;
  const draft = useDraft<number | string, number>({ stored: value, error, check, save, reset });
  return (
    <form onSubmit={(event) => (event.preventDefault(), void draft.commit())} noValidate>
      <SettingField setting={setting}>
        <NumberInput
          label={text.poolSize}
          allowDecimal={false}
          allowNegative={false}
          // Invalid input stays in the field, so that it can be corrected.
          clampBehavior="none"
          value={draft.shown}
          error={error}
          onChange={draft.type}
          onBlur={() => draft.isChanged && check(draft.shown)}
          onKeyDown={(event) => event.key === 'Escape' && draft.onKeyDown(event)}
        />
      </SettingField>
      <Text size="sm" mt={4}>
        <PoolPrice size={draft.shown} country={country} type={type} />
      </Text>
      <Text size="xs" c="dimmed" mt={4}>
        {text.poolHint({
          what: [countryName(country), ...(type === null ? [] : [strings.numbers.types[type]])].join(', '),
        })}
      </Text>
      {draft.isChanged && (
        <Button type="submit" mt="xs">
          {text.poolSave}
        </Button>
      )}
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
  return count > 0
    ? text.poolPrice({ count, price: formatMoney(price) })
    : text.poolEach({ price: formatMoney(price) });
}
