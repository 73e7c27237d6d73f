import { useEffect, useRef, type RefObject } from 'react';
import { holdInView } from '../../ui/holdInView.ts';
import type { Revealed } from '../../shellHooks.ts';

/** Scrolls to the card and focuses it each time that is requested. */
export function useRevealed(revealed: Revealed | null): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (revealed === null) return;
    ref.current?.focus({ preventScroll: true });
    return ref.current ? holdInView(ref.current, 'center') : undefined;
  }, [revealed]);
  return ref;
}
