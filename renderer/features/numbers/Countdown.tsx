import { useCallback, useState, useSyncExternalStore, type RefObject } from 'react';
import { countdown, remainingMs, remainingShare } from '../../../electron/contract/time.ts';
import { useServices } from '../../state/context.ts';
import { lastMs } from '../../state/leases.ts';
import { PinIcon } from '../../ui/icons.tsx';
import { strings } from '../../ui/strings.ts';

/** Below this share of the time the ring changes colour; the digits tell the same without it. */
const lowShare = 0.2;

interface CountdownProps {
  startedAt: string;
  expiresAt: string;
  /** The countdown moves once a second while this is in sight. */
  card: RefObject<HTMLElement | null>;
}

/** A ring that empties, with the time left inside it. The circle's length counts as 100. */
export function Countdown({ startedAt, expiresAt, card }: CountdownProps) {
  const now = useSeenNow(card);
  const leftMs = remainingMs(expiresAt, now);
  const left = countdown(leftMs);
  const isLast = leftMs <= lastMs;
  const share = remainingShare(startedAt, expiresAt, now);
  const circle = { cx: 30, cy: 30, r: 27, pathLength: 100 };
  return (
    <div className={isLast ? 'ring ring-last' : 'ring'}>
      <svg aria-hidden="true" width="60" height="60">
        <circle {...circle} />
        <circle
          {...circle}
          className={share < lowShare ? 'ring-left ring-low' : 'ring-left'}
          strokeDasharray="100"
          strokeDashoffset={100 * (1 - share)}
        />
      </svg>
      <div
        className={left.length > 5 ? 'ring-text ring-long' : 'ring-text'}
        role="timer"
        aria-label={strings.numbers.timeLeft}
      >
        {left}
      </div>
    </div>
  );
}

/** Replaces the countdown ring: the time of a pinned number stands still. */
export function PinnedRing() {
  return (
    <div className="ring ring-pinned" aria-hidden="true">
      <PinIcon />
    </div>
  );
}

/** How often a countdown out of sight moves, in milliseconds. */
const unseenMs = 10_000;

/**
 * The current second in milliseconds since the epoch. Only every tenth second while the browser skips the element
 * because it is far out of sight (`content-visibility: auto`): two hundred countdowns cost too much.
 */
function useSeenNow(ref: RefObject<HTMLElement | null>): number {
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
