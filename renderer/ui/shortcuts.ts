import { places } from '../../electron/contract/commands.ts';

/** The shortcuts, in the order in which they are listed. */
const shortcutNames = [
  'palette',
  'newNumber',
  'sameAgain',
  'copyNewest',
  'search',
  'places',
  'settings',
  'help',
] as const;
export type ShortcutName = (typeof shortcutNames)[number];

const mod = navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl';

/**
 * The keys of a shortcut on this host; none if it has none. A browser keeps Ctrl+N for itself. `singleKeys`: whether
 * keys without Ctrl or ⌘ work.
 */
export function keysOf(name: ShortcutName, isDesktop: boolean, singleKeys: boolean): string[] {
  const single = (...keys: string[]) => (singleKeys ? keys : []);
  switch (name) {
    case 'palette':
      return [mod, 'K'];
    case 'newNumber':
      return isDesktop ? [mod, 'N'] : single('N');
    case 'sameAgain':
      return single('Shift', 'N');
    case 'copyNewest':
      return [mod, 'C'];
    case 'search':
      return singleKeys ? ['/'] : [mod, 'F'];
    case 'places':
      return isDesktop ? [mod, `1–${places.length}`] : [];
    case 'settings':
      return isDesktop ? [mod, ','] : [];
    case 'help':
      return single('?');
  }
}

/** The shortcuts that this host has, with their keys. */
export function shortcutsOf(isDesktop: boolean, singleKeys: boolean): { name: ShortcutName; keys: string[] }[] {
  return shortcutNames
    .map((name) => ({ name, keys: keysOf(name, isDesktop, singleKeys) }))
    .filter(({ keys }) => keys.length > 0);
}
