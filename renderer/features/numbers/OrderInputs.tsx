import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useAppState } from '../../state/context.ts';
import { CountrySelect } from '../../ui/CountrySelect.tsx';
import { DisclosureButton } from '../../ui/DisclosureButton.tsx';
import { numberTypeData, toNumberType } from '../../ui/numberTypes.ts';
import { strings } from '../../ui/strings.ts';
import { PolicyChoice } from '../money/PolicyChoice.tsx';
import { Duration } from './Duration.tsx';
import { OrderMore } from './OrderMore.tsx';
import type { OrderForm } from './useOrder.ts';

const text = strings.dialog;

/** The fields that most orders need. */
export function OrderInputs({ form }: { form: OrderForm }) {
  const { capture, settings } = useAppState();
  const { type, policy } = form.values;
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <CountrySelect label={text.country} own={settings.country} data-autofocus {...form.getInputProps('country')} />
        <Select
          label={text.type}
          data={numberTypeData()}
          allowDeselect={false}
          value={type ?? ''}
          onChange={(value) => form.setFieldValue('type', toNumberType(value))}
        />
        <TextInput label={text.label} placeholder={text.labelExample} {...form.getInputProps('label')} />
        <Duration form={form} />
      </SimpleGrid>
      {capture === null && (
        <PolicyChoice
          label={strings.money.policy.title}
          value={policy}
          onChange={(value) => form.setFieldValue('policy', value)}
        />
      )}
    </>
  );
}

interface MoreInputsProps {
  form: OrderForm;
  open: boolean;
  setOpen: (open: boolean) => void;
}

export function MoreInputs({ form, open, setOpen }: MoreInputsProps) {
  const id = useId();
  return (
    <>
      <div>
        <DisclosureButton size="compact-sm" open={open} setOpen={setOpen} controls={id}>
          {strings.money.order.more}
        </DisclosureButton>
      </div>
      <div id={id} hidden={!open}>
        {open && <OrderMore form={form} />}
      </div>
    </>
  );
}
