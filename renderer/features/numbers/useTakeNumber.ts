import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { LeaseInput } from '../../../electron/contract/api.ts';
import { toFailure, type Failure } from '../../../electron/contract/errors.ts';
import type { Lease, LeaseState } from '../../../electron/contract/state.ts';
import { useAppState, useClient } from '../../state/context.ts';
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
}

/**
 * Orders a number. Calls `done` with the lease's id as soon as it shows up as being bought, without waiting for the
 * purchase. Later failures appear as a toast and on the lease's card; with `toasts`, earlier ones do, too.
 */
export function useTakeNumber(done: (leaseId: string) => void, { toasts = false } = {}): TakeNumber {
  const client = useClient();
  const { leases } = useAppState();
  const { remember } = useLastOrder();
  const copyTaken = useCopyTaken();
  const [failure, setFailure] = useState<Failure | null>(null);
  /** The leases that existed when the order was sent; null while no order is on its way. */
  const [before, setBefore] = useState<ReadonlySet<string> | null>(null);
  const orderId = useRef<OrderId>(null);
  /** Whether the order has been handed over, or the dialog is gone because the person closed it. */
  const over = useRef(false);

  const started =
    before && leases.find(({ id, state, holder }) => isUnderWay(state) && holder === null && !before.has(id));
  const finish = (leaseId: string) => {
    orderId.current?.settled();
    if (over.current) return;
    over.current = true;
    done(leaseId);
  };
  const finishStarted = useEffectEvent(() => {
    if (started) finish(started.id);
  });
  useEffect(() => {
    if (started) finishStarted();
  }, [started]);
  useEffect(() => {
    over.current = false;
    return () => {
      over.current = true;
    };
  }, []);

  const fail = (reason: Failure) => {
    if (!reason.retryable) orderId.current?.settled();
    setBefore(null);
    if (over.current || toasts) return showFailure(reason);
    setFailure(reason);
  };
  const take = async (input: LeaseInput) => {
    orderId.current ??= new OrderId();
    over.current = false;
    setFailure(null);
    setBefore(new Set(leases.map(({ id }) => id)));
    try {
      const lease = await client.call('leases.start', { ...input, requestId: orderId.current.for(input) });
      finish(lease.id);
      setBefore(null);
      remember(input);
      await copyTaken(lease);
    } catch (thrown) {
      fail(toFailure(thrown));
    }
  };
  return { take, busy: before !== null && !started, failure };
}

function isUnderWay(state: LeaseState): boolean {
  return state === 'buying' || state === 'active';
}

/** Puts a number that was just taken on the clipboard, unless Settings say otherwise, and says so. */
function useCopyTaken(): (lease: Lease) => Promise<void> {
  const { settings } = useAppState();
  const copy = useCopy();
  return async ({ number }) => {
    if (number === null || !settings.copyNumber) return;
    if (await copy(number)) showDone(strings.numbers.onClipboard({ number: formatNumber(number) }));
  };
}
