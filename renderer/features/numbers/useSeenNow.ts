import { useCallback, useState, useSyncExternalStore, type RefObject } from 'react';
import { useServices } from '../../state/context.ts';

/** So often time goes on where nobody looks, in milliseconds. */
const unseenMs = 10_000;

/**
 * The current second in milliseconds since the epoch. While the browser leaves the element out, because it is far from
 * what is in sight (`content-visibility: auto`), only every tenth: two hundred countdowns cost too much.
 */
export function useSeenNow(ref: RefObject<HTMLElement | null>): number {
  const { ticker } = useServices();
  const [sight] = useState({ isLost: false });
  const subscribe = useCallback(
    (changed: () => void) => {
      const element = ref.current;
      const look = (event: Event) => {
        if (!(event instanceof ContentVisibilityAutoStateChangeEvent)) return;
        sight.isLost = event.skipped;
        changed();
      };
      element?.addEventListener('contentvisibilityautostatechange', look);
      const leave = ticker.subscribe(changed);
      return () => {
        element?.removeEventListener('contentvisibilityautostatechange', look);
        leave();
      };
    },
    [ref, sight, ticker],
  );
  return useSyncExternalStore(subscribe, () => {
    const now = ticker.now();
    return sight.isLost ? now - (now % unseenMs) : now;
  });
}
