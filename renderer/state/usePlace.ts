import { useCallback, useSyncExternalStore } from 'react';

export const places = ['numbers', 'inbox', 'settings'] as const;
export type Place = (typeof places)[number];

/** The place that an address names: `#inbox`. Anything else is the numbers. */
export function placeOf(hash: string): Place {
  return places.find((place) => `#${place}` === hash) ?? 'numbers';
}

/** Where the person is, kept in the address, so that Back works and a reload stays. */
export function usePlace(): [Place, (place: Place) => void] {
  const place = useSyncExternalStore(onHashChange, () => placeOf(window.location.hash));
  const go = useCallback((next: Place) => {
    window.location.hash = next;
  }, []);
  return [place, go];
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
