import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { LeaseInput } from '../../../electron/contract/api.ts';
import { toFailure, type Failure } from '../../../electron/contract/errors.ts';
import { useAppState, useClient } from '../../state/context.ts';
import { showFailure } from '../../ui/toasts.tsx';
import { OrderId } from './order.ts';

interface TakeNumber {
  take: (input: LeaseInput) => Promise<void>;
  busy: boolean;
  failure: Failure | null;
}

/**
 * Orders a number. Calls `done` as soon as the lease shows up as being bought, without waiting for the purchase. Later
 * failures appear as a toast and on the lease's card.
 */
export function useTakeNumber(done: () => void): TakeNumber {
  const client = useClient();
  const { leases } = useAppState();
  const [failure, setFailure] = useState<Failure | null>(null);
  /** The leases that existed when the order was sent; null while no order is on its way. */
  const [before, setBefore] = useState<ReadonlySet<string> | null>(null);
  const orderId = useRef<OrderId>(null);
  /** Whether the dialog is gone, after its order or because the person closed it. */
  const closed = useRef(false);

  const started = before !== null && leases.some(({ id, state }) => state === 'buying' && !before.has(id));
  const finish = useEffectEvent(() => {
    if (closed.current) return;
    closed.current = true;
    done();
  });
  useEffect(() => {
    if (started) finish();
  }, [started]);
  useEffect(() => {
    closed.current = false;
    return () => {
      closed.current = true;
    };
  }, []);

  const fail = (reason: Failure) => {
    if (!reason.retryable) orderId.current?.settled();
    if (closed.current) return showFailure(reason);
    setFailure(reason);
    setBefore(null);
  };
  const take = async (input: LeaseInput) => {
    orderId.current ??= new OrderId();
    setFailure(null);
    setBefore(new Set(leases.map(({ id }) => id)));
    try {
      await client.call('leases.start', { ...input, requestId: orderId.current.for(input) });
      if (!closed.current) done();
      closed.current = true;
    } catch (thrown) {
      fail(toFailure(thrown));
    }
  };
  return { take, busy: before !== null, failure };
}
