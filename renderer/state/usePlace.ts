import { places, settingsSections, type Place, type Spot } from '../../electron/contract/commands.ts';
import { useCallback, useSyncExternalStore } from 'react';

/** The place that an address names: `#inbox`, or `#settings/money`. Anything else means the numbers. */
export function placeOf(hash: string): Place {
  return places.find((place) => `#${place}` === hash.split('/')[0]) ?? 'numbers';
}

/** The address of a message in the inbox. */
export function messageAddress(sid: string): string {
  return `#inbox/${sid}`;
}

/** The address of a number's messages; null where it is not E.164. */
export function numberAddress(number: string): string | null {
  return /^\+\d+$/.test(number) ? `#inbox/${number}` : null;
}

/** The message that the address leads to; null when it leads to none. */
export function useSoughtMessage(): string | null {
  return useSyncExternalStore(onHashChange, () => /^#inbox\/(\w+)$/.exec(window.location.hash)?.[1] ?? null);
}

/** The E.164 number in the address, such as `#inbox/+14155550123`: its messages are wanted. null: none. */
export function useSoughtNumber(): string | null {
  return useSyncExternalStore(onHashChange, () => /^#inbox\/(\+\d+)$/.exec(window.location.hash)?.[1] ?? null);
}

/** The country that the address `#papers/DE` leads to; null when it leads to none. */
export function useSoughtCountry(): string | null {
  return useSyncExternalStore(onHashChange, () => /^#papers\/([A-Z]{2})$/.exec(window.location.hash)?.[1] ?? null);
}

/** The page and the setting that the address leads to, such as `#settings/money/limitPerDay`; null: none. */
export function useSoughtSetting(): { page: Spot | null; setting: string | null } {
  const hash = useSyncExternalStore(onHashChange, () => window.location.hash);
  const [, page, setting] = hash.split('/');
  return { page: settingsSections.find((name) => name === page) ?? null, setting: setting ?? null };
}

/** The current place, kept in the address, so that Back works and a reload stays there. `at`: where in the place. */
export function usePlace(): [Place, (place: Place, at?: string) => void] {
  const place = useSyncExternalStore(onHashChange, () => placeOf(window.location.hash));
  const go = useCallback((next: Place, at?: string) => {
    window.location.hash = at === undefined ? next : `${next}/${at}`;
  }, []);
  return [place, go];
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
