import { Alert, Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { searchSchema } from '../../../electron/contract/api.ts';
import type { Failure } from '../../../electron/contract/errors.ts';
import { useAppState } from '../../state/context.ts';
import { Dialog, useFocusBack } from '../../ui/Dialog.tsx';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { strings } from '../../ui/strings.ts';
import { ChangeLimit } from './ChangeLimit.tsx';
import { isKeptReady, isUnderMore, leaseInput, searchInput, type FirstChoice } from './order.ts';
import { MoreInputs, OrderInputs } from './OrderInputs.tsx';
import { needsOtherCountry } from './otherCountry.ts';
import { InsteadButtons, SearchPreview } from './SearchPreview.tsx';
import { useNumberSearch } from './useNumberSearch.ts';
import { useOrderForm, type OrderForm } from './useOrder.ts';
import { useTakeNumber } from './useTakeNumber.ts';

const text = strings.dialog;

interface NewNumberDialogProps {
  first: FirstChoice;
  close: () => void;
}

export function NewNumberDialog({ first, close }: NewNumberDialogProps) {
  useFocusBack();
  return (
    <Dialog opened onClose={close} title={text.title}>
      <Order first={first} close={close} />
    </Dialog>
  );
}

function Order({ first, close }: NewNumberDialogProps) {
  const form = useOrderForm(first);
  const [more, setMore] = useState(false);
  const { take, busy, failure } = useTakeNumber(close);
  const setCountry = (code: string) => form.setFieldValue('country', code);
  const submit = form.onSubmit(
    (values) => void take(leaseInput(values)),
    (errors) => isUnderMore(errors) && setMore(true),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <OrderInputs form={form} />
        <MoreInputs form={form} open={more} setOpen={setMore} />
        {failure === null ? (
          <WhatItCosts form={form} setCountry={setCountry} />
        ) : (
          <OrderFailure failure={failure} country={form.values.country} setCountry={setCountry} close={close} />
        )}
        <div className="order-end">
          <Button type="submit" fullWidth loading={busy}>
            {text.take}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

interface WhatItCostsProps {
  form: OrderForm;
  setCountry: (country: string) => void;
}

/** The available numbers and their price; no search while a kept number will do. */
function WhatItCosts({ form, setCountry }: WhatItCostsProps) {
  const { idle } = useAppState();
  const ready = isKeptReady(idle, form.values);
  const query = searchInput(form.values);
  const search = useNumberSearch(!ready && searchSchema.safeParse(query).success ? query : null);
  if (ready) return <Alert color="green" title={strings.money.order.ready} />;
  return <SearchPreview search={search} country={form.values.country} setCountry={setCountry} />;
}

interface OrderFailureProps {
  failure: Failure;
  country: string;
  setCountry: (country: string) => void;
  close: () => void;
}

/** Why there was no number, with a button for a way out where there is one. */
function OrderFailure({ failure, country, setCountry, close }: OrderFailureProps) {
  const button =
    failure.code === 'SPEND_LIMIT' ? (
      <ChangeLimit before={close} />
    ) : needsOtherCountry(failure.code) ? (
      <InsteadButtons country={country} setCountry={setCountry} />
    ) : undefined;
  return <FailureAlert failure={failure}>{button}</FailureAlert>;
}
