import { places, type Place } from '../../electron/contract/commands.ts';
import { holdInView } from '../ui/holdInView.ts';
import { useCallback, useEffect, useRef, useSyncExternalStore, type RefObject } from 'react';

/** The sections of the settings, in order. */
export const settingsSections = [
  'twilio',
  'reception',
  'defaults',
  'money',
  'codes',
  'notifications',
  'api',
  'appearance',
  'data',
  'about',
] as const;

/** A part of a place that an address can lead to. */
export type Spot = (typeof settingsSections)[number];

/** The place that an address names: `#inbox`, or `#settings/money`. Anything else means the numbers. */
export function placeOf(hash: string): Place {
  return places.find((place) => `#${place}` === hash.split('/')[0]) ?? 'numbers';
}

/** The address of a message in the inbox. */
export function messageAddress(sid: string): string {
  return `#inbox/${sid}`;
}

/** The message that the address leads to; null when it leads to none. */
export function useSoughtMessage(): string | null {
  return useSyncExternalStore(onHashChange, () => /^#inbox\/(\w+)$/.exec(window.location.hash)?.[1] ?? null);
}

/** The E.164 number in the address, such as `#inbox/+14155550123`: its messages are wanted. null: none. */
export function useSoughtNumber(): string | null {
  return useSyncExternalStore(onHashChange, () => /^#inbox\/(\+\d+)$/.exec(window.location.hash)?.[1] ?? null);
}

/** The current place, kept in the address, so that Back works and a reload stays there. `at`: where in the place. */
export function usePlace(): [Place, (place: Place, at?: string) => void] {
  const place = useSyncExternalStore(onHashChange, () => placeOf(window.location.hash));
  const go = useCallback((next: Place, at?: string) => {
    window.location.hash = at === undefined ? next : `${next}/${at}`;
  }, []);
  return [place, go];
}

/**
 * Scrolls to a spot and focuses it when the address leads there. Content above it may still be loading and would push
 * it away, so the spot is held in view until the person does something.
 */
export function useSpot(spot: Spot): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  const isHere = useSyncExternalStore(onHashChange, () => window.location.hash.endsWith(`/${spot}`));
  useEffect(() => {
    if (!isHere) return;
    ref.current?.focus({ preventScroll: true });
    return ref.current ? holdInView(ref.current, 'start') : undefined;
  }, [isHere]);
  return ref;
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
