import { useLastOrder } from './lastOrder.ts';
import { orderText } from './order.ts';
import { useTakeNumber } from './useTakeNumber.ts';

export interface SameAgain {
  run: () => void;
  busy: boolean;
  /** What it takes, such as "United States · 5 min". */
  what: string;
}

/** Takes a number like the last one, at once; null before the first. `done`: called with the id of the new lease. */
export function useSameAgain(done: (leaseId: string) => void): SameAgain | null {
  const { last } = useLastOrder();
  const { take, busy } = useTakeNumber(done, { toasts: true });
  if (last === null) return null;
  return { run: () => void (busy || take(last)), busy, what: orderText(last) };
}
