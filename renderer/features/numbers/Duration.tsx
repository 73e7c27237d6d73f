import { Button, Group, Stack } from '@mantine/core';
import { formatDuration, parseDuration } from '../../ui/duration.ts';
import { DurationInput } from '../../ui/DurationInput.tsx';
import { strings } from '../../ui/strings.ts';
import type { OrderForm } from './useOrder.ts';

const text = strings.dialog;

/** In seconds. */
const presets = [60, 300, 900, 3600];

/** How long the number is needed: typed, or a usual duration with one click. */
export function Duration({ form }: { form: OrderForm }) {
  const chosen = parseDuration(form.values.duration);
  return (
    <Stack gap={6}>
      <DurationInput label={text.duration} {...form.getInputProps('duration')} />
      <Group component="fieldset" className="plain-fieldset" gap={4} aria-label={text.presets}>
        {presets.map((seconds) => (
          <Button
            key={seconds}
            size="compact-xs"
            h={26}
            px={6}
            variant={chosen === seconds ? 'light' : 'default'}
            aria-pressed={chosen === seconds}
            onClick={() => form.setFieldValue('duration', formatDuration(seconds))}
          >
            {formatDuration(seconds)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
