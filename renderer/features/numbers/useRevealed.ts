import { useEffect, useRef, type RefObject } from 'react';
import type { Revealed } from '../../shellHooks.ts';

/** Brings the card into view and puts the focus on it, each time that it is asked for. */
export function useRevealed(revealed: Revealed | null): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (revealed === null) return;
    ref.current?.scrollIntoView({ block: 'center' });
    ref.current?.focus({ preventScroll: true });
  }, [revealed]);
  return ref;
}
