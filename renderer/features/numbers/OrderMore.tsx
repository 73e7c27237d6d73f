import { Checkbox, Group, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import { strings } from '../../ui/strings.ts';
import { hasAreaCodes } from './order.ts';
import { hintBelow, type OrderForm } from './useOrder.ts';

const text = strings.money.order;

/** The fields that few orders need. */
export function OrderMore({ form }: { form: OrderForm }) {
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={strings.dialog.contains}
          description={strings.dialog.containsHint}
          inputWrapperOrder={hintBelow}
          {...form.getInputProps('contains')}
        />
        {hasAreaCodes(form.values.country) && (
          <TextInput
            label={text.areaCode}
            description={text.areaCodeHint}
            inputWrapperOrder={hintBelow}
            inputMode="numeric"
            {...form.getInputProps('areaCode')}
          />
        )}
        <TextInput
          label={text.locality}
          description={text.localityHint}
          inputWrapperOrder={hintBelow}
          {...form.getInputProps('locality')}
        />
      </SimpleGrid>
      <Checkbox.Group label={text.capabilities} {...form.getInputProps('capabilities')}>
        <Group mt={4}>
          <Checkbox value="mms" label={text.mms} />
          <Checkbox value="voice" label={text.voice} />
        </Group>
      </Checkbox.Group>
      <Switch label={text.fresh} {...form.getInputProps('fresh', { type: 'checkbox' })} />
      {form.values.fresh && (
        <TextInput
          label={text.service}
          description={text.serviceHint}
          inputWrapperOrder={hintBelow}
          {...form.getInputProps('service')}
        />
      )}
    </Stack>
  );
}
