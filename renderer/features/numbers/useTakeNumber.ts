import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { LeaseInput } from '../../../electron/contract/api.ts';
import { toFailure, type Failure } from '../../../electron/contract/errors.ts';
import type { Lease, LeaseState } from '../../../electron/contract/state.ts';
import { useSelected, useServices } from '../../state/context.ts';
import { useCopy } from '../../ui/copying.tsx';
import { formatNumber } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { showDone, showFailure } from '../../ui/toasts.tsx';
import { useLastOrder } from './lastOrder.ts';
import { OrderId } from './order.ts';

interface TakeNumber {
  take: (input: LeaseInput) => Promise<void>;
  busy: boolean;
  failure: Failure | null;
  /** The failure no longer counts: what is asked for now is something else, or the reason is gone. */
  forget: () => void;
}

/** An order on its way. */
interface Sent {
  /** The leases that existed when it was sent. */
  before: ReadonlySet<string>;
}

/**
 * Orders a number. Calls `done` with the lease's id as soon as it shows up as being bought, without waiting for the
 * purchase. Later failures appear as a toast and on the lease's card; with `toasts`, earlier ones do, too.
 */
export function useTakeNumber(done: (leaseId: string) => void, { toasts = false } = {}): TakeNumber {
  const { client, store } = useServices();
  const { remember } = useLastOrder();
  const copyTaken = useCopyTaken();
  const [failure, setFailure] = useState<Failure | null>(null);
  /** The order that is not handed over yet: no lease shows it, and the person has not closed the dialog. */
  const [sent, setSent] = useState<Sent | null>(null);
  const current = useRef<Sent>(null);
  const orderId = useRef<OrderId>(null);

  const started = useSelected(({ leases }) => (sent ? startedOf(leases, sent) : null));
  /** Whether it was this order's turn: an earlier one that is bought only now has been handed over before. */
  const end = (order: Sent) => {
    if (current.current !== order) return false;
    current.current = null;
    setSent(null);
    return true;
  };
  const finish = (order: Sent, leaseId: string) => {
    if (!end(order)) return;
    orderId.current?.settled();
    done(leaseId);
  };
  const finishStarted = useEffectEvent(() => {
    if (sent && started !== null) finish(sent, started);
  });
  useEffect(() => {
    if (started !== null) finishStarted();
  }, [started]);
  useEffect(() => () => void (current.current = null), []);

  const fail = (order: Sent, reason: Failure) => {
    const isCurrent = end(order);
    if (isCurrent && !reason.retryable) orderId.current?.settled();
    if (reason.code === 'LEASE_ENDED') showDone(strings.said(reason.message));
    else if (!isCurrent || toasts) showFailure(reason);
    else setFailure(reason);
  };
  const take = async (input: LeaseInput) => {
    orderId.current ??= new OrderId();
    setFailure(null);
    const order = { before: new Set(store.view().state?.leases.map(({ id }) => id)) };
    current.current = order;
    setSent(order);
    try {
      const lease = await client.call('leases.start', { ...input, requestId: orderId.current.for(input) });
      finish(order, lease.id);
      if (lease.state !== 'active') return;
      remember(input);
      await copyTaken(lease);
    } catch (thrown) {
      fail(order, toFailure(thrown));
    }
  };
  return { take, busy: sent !== null && started === null, failure, forget: () => setFailure(null) };
}

/** The id of the lease that this order began; null until there is one. */
function startedOf(leases: readonly Lease[], { before }: Sent): string | null {
  return leases.find(({ id, state, holder }) => isUnderWay(state) && holder === null && !before.has(id))?.id ?? null;
}

function isUnderWay(state: LeaseState): boolean {
  return state === 'buying' || state === 'active';
}

/** Puts a number that was just taken on the clipboard, unless Settings say otherwise, and says so. */
function useCopyTaken(): (lease: Lease) => Promise<void> {
  const isWanted = useSelected(({ settings }) => settings.copyNumber);
  const copy = useCopy();
  return async ({ number }) => {
    if (number === null || !isWanted) return;
    if (await copy(number)) showDone(strings.numbers.onClipboard({ number: formatNumber(number) }));
  };
}
