import { Button, Group, NumberInput, Stack } from '@mantine/core';
import { locale } from '../../language.ts';
import { strings } from '../../ui/strings.ts';
import type { OrderForm } from './useOrder.ts';

const text = strings.dialog;

const presets = [
  { seconds: 60, unit: 'minute', count: 1 },
  { seconds: 300, unit: 'minute', count: 5 },
  { seconds: 900, unit: 'minute', count: 15 },
  { seconds: 3600, unit: 'hour', count: 1 },
] as const;

/** How long the number is needed: any number of seconds, or a usual duration with one click. */
export function Duration({ form }: { form: OrderForm }) {
  return (
    <Stack gap={6}>
      <NumberInput
        label={text.duration}
        min={1}
        allowDecimal={false}
        allowNegative={false}
        {...form.getInputProps('ttlSeconds')}
      />
      <Group component="fieldset" className="plain-fieldset" gap={4} aria-label={text.durations}>
        {presets.map(({ seconds, unit, count }) => (
          <Button
            key={seconds}
            size="compact-xs"
            h={26}
            px={6}
            variant={form.values.ttlSeconds === seconds ? 'light' : 'default'}
            aria-pressed={form.values.ttlSeconds === seconds}
            onClick={() => form.setFieldValue('ttlSeconds', seconds)}
          >
            {span(count, unit)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

function span(count: number, unit: 'minute' | 'hour'): string {
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'short' }).format(count);
}
