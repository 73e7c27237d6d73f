import { Button, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { searchSchema } from '../../../electron/contract/api.ts';
import { useAppState } from '../../state/context.ts';
import { CountrySelect } from '../../ui/CountrySelect.tsx';
import { Dialog, useFocusBack } from '../../ui/Dialog.tsx';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { numberTypeData, toNumberType } from '../../ui/numberTypes.ts';
import { strings } from '../../ui/strings.ts';
import { firstFields, leaseInput, orderErrors, searchInput } from './order.ts';
import { needsOtherCountry } from './otherCountry.ts';
import { InsteadButtons, SearchPreview } from './SearchPreview.tsx';
import { useNumberSearch } from './useNumberSearch.ts';
import { useTakeNumber } from './useTakeNumber.ts';

const text = strings.dialog;

interface NewNumberDialogProps {
  /** The country to begin with; null for the one in the settings. */
  country: string | null;
  close: () => void;
}

export function NewNumberDialog({ country, close }: NewNumberDialogProps) {
  useFocusBack();
  return (
    <Dialog opened onClose={close} title={text.title}>
      <Order country={country} close={close} />
    </Dialog>
  );
}

type OrderForm = ReturnType<typeof useOrderForm>;

function useOrderForm(country: string | null) {
  const { settings } = useAppState();
  return useForm({ initialValues: firstFields(settings, country), validate: orderErrors, validateInputOnBlur: true });
}

function Order({ country, close }: NewNumberDialogProps) {
  const { settings } = useAppState();
  const form = useOrderForm(country);
  const { take, busy, failure } = useTakeNumber(close);
  const query = searchInput(form.values);
  const search = useNumberSearch(searchSchema.safeParse(query).success ? query : null);
  const setCountry = (code: string) => form.setFieldValue('country', code);
  return (
    <form onSubmit={form.onSubmit((values) => void take(leaseInput(values)))} noValidate>
      <Stack>
        <OrderInputs form={form} own={settings.country} />
        {failure === null && <SearchPreview search={search} country={form.values.country} setCountry={setCountry} />}
        {failure !== null && (
          <FailureAlert failure={failure}>
            {needsOtherCountry(failure.code) ? (
              <InsteadButtons country={form.values.country} setCountry={setCountry} />
            ) : undefined}
          </FailureAlert>
        )}
        <Button type="submit" loading={busy}>
          {text.take}
        </Button>
      </Stack>
    </form>
  );
}

/** So that two fields side by side stay on one line. */
const hintBelow: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

function OrderInputs({ form, own }: { form: OrderForm; own: string }) {
  return (
    <>
      <CountrySelect label={text.country} own={own} data-autofocus {...form.getInputProps('country')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={text.type}
          data={numberTypeData()}
          allowDeselect={false}
          value={form.values.type ?? ''}
          onChange={(value) => form.setFieldValue('type', toNumberType(value))}
        />
        <TextInput
          label={text.contains}
          description={text.containsHint}
          inputWrapperOrder={hintBelow}
          {...form.getInputProps('contains')}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={text.label}
          description={text.labelHint}
          inputWrapperOrder={hintBelow}
          {...form.getInputProps('label')}
        />
        <NumberInput
          label={text.duration}
          min={1}
          allowDecimal={false}
          allowNegative={false}
          {...form.getInputProps('ttlSeconds')}
        />
      </SimpleGrid>
    </>
  );
}
