import { Button, Stack, Text } from '@mantine/core';
import { useEffect, useEffectEvent, useState, type KeyboardEvent } from 'react';
import { searchSchema } from '../../../electron/contract/api.ts';
import type { Failure } from '../../../electron/contract/errors.ts';
import { useAppState, useSelected } from '../../state/context.ts';
import { Dialog, useFocusBack } from '../../ui/Dialog.tsx';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { formatMoney } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { ChoosePapers, needsPapers } from '../papers/ChoosePapers.tsx';
import { accountTrouble, isOfAccount } from '../reception/trouble.ts';
import { ChangeLimit } from './ChangeLimit.tsx';
import { isKeptReady, leaseInput, searchInput, usesMore, type FirstChoice } from './order.ts';
import { isUnderMore } from './orderErrors.ts';
import { MoreInputs, OrderInputs } from './OrderInputs.tsx';
import { needsOtherCountry } from './otherCountry.ts';
import { InsteadButtons, SearchPreview } from './SearchPreview.tsx';
import { useNumberSearch, type Search } from './useNumberSearch.ts';
import { useOrderForm, type OrderForm } from './useOrder.ts';
import { useTakeNumber } from './useTakeNumber.ts';

const text = strings.dialog;

interface NewNumberDialogProps {
  first: FirstChoice;
  close: () => void;
  /** The order has become a lease. */
  taken: (leaseId: string) => void;
}

export function NewNumberDialog({ first, close, taken }: NewNumberDialogProps) {
  useFocusBack();
  return (
    <Dialog opened onClose={close} title={text.title}>
      <Order first={first} close={close} taken={taken} />
    </Dialog>
  );
}

function Order({ first, close, taken }: NewNumberDialogProps) {
  const { take, busy, failure, forget } = useTakeNumber((leaseId) => {
    close();
    taken(leaseId);
  });
  const form = useOrderForm(first, forget);
  const [more, setMore] = useState(() => usesMore(form.values));
  useAccountBack(forget);
  const offer = useOffer(form);
  const isMadeUp = useSelected(({ capture }) => capture !== null);
  const setCountry = (code: string) => form.setFieldValue('country', code);
  const submit = form.onSubmit(
    (values) => void take(leaseInput(values)),
    (errors) => isUnderMore(errors) && setMore(true),
  );
  return (
    // The keys come from the fields inside.
    // oxlint-disable-next-line no-noninteractive-element-interactions
    <form onSubmit={submit} onKeyDown={(event) => !busy && enterTakes(event)} noValidate>
      <Stack>
        <OrderInputs form={form} />
        <MoreInputs form={form} open={more} setOpen={setMore} />
        {failure === null ? (
          <OfferLines offer={offer} country={form.values.country} setCountry={setCountry} />
        ) : (
          <OrderFailure failure={failure} country={form.values.country} setCountry={setCountry} close={close} />
        )}
        <div className="order-end">
          <Button type="submit" fullWidth loading={busy}>
            {isMadeUp ? text.takeFree : takeText(offer)}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

/** Ctrl or Cmd and Enter take the number from any field. A key that is held down must not order twice. */
function enterTakes(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.defaultPrevented) return;
  if (event.repeat) return event.preventDefault();
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}

/** Calls `back` when the account works again. */
function useAccountBack(back: () => void): void {
  const works = useSelected(({ account }) => account.kind === 'connected');
  const tell = useEffectEvent(back);
  useEffect(() => {
    if (works) tell();
  }, [works]);
}

/** A kept number, or what Twilio offers. */
type Offer = { kind: 'kept' } | Search;

/** What this order would get; no search while a kept number will do. */
function useOffer(form: OrderForm): Offer {
  const { idle } = useAppState();
  const isKept = isKeptReady(idle, form.values);
  const query = searchInput(form.values);
  const search = useNumberSearch(!isKept && searchSchema.safeParse(query).success ? query : null);
  return isKept ? { kind: 'kept' } : search;
}

/** The button says what this order costs in all, as soon as that is known. */
function takeText(offer: Offer): string {
  if (offer.kind === 'kept') return text.takeFree;
  const price = offer.kind === 'found' && offer.found.numbers.length > 0 ? offer.found.monthlyPrice : null;
  return price === null ? text.take : text.takeFor({ price: formatMoney(price) });
}

interface OfferLinesProps {
  offer: Offer;
  country: string;
  setCountry: (country: string) => void;
}

function OfferLines({ offer, country, setCountry }: OfferLinesProps) {
  if (offer.kind === 'kept') return <Text size="sm">{strings.money.order.ready}</Text>;
  return <SearchPreview search={offer} country={country} setCountry={setCountry} />;
}

interface OrderFailureProps {
  failure: Failure;
  country: string;
  setCountry: (country: string) => void;
  close: () => void;
}

/** Why there was no number, with a button for a way out where there is one. */
function OrderFailure({ failure, country, setCountry, close }: OrderFailureProps) {
  const isOutage = useSelected(({ account }) => account.kind === 'failed');
  // That is told at the top.
  if (isOutage && isOfAccount(failure)) return <Text size="sm">{accountTrouble(failure)}</Text>;
  const buttons = [
    failure.code === 'SPEND_LIMIT' && <ChangeLimit key="limit" before={close} />,
    needsPapers(failure.code) && <ChoosePapers key="papers" country={country} before={close} />,
    needsOtherCountry(failure.code) && <InsteadButtons key="instead" country={country} setCountry={setCountry} />,
  ].filter((button) => button !== false);
  return <FailureAlert failure={failure}>{buttons.length === 0 ? undefined : buttons}</FailureAlert>;
}
