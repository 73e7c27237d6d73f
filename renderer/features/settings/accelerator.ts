import type { DesktopState } from '../../../electron/contract/host.ts';

/** The parts of a keydown event that tell the keys held. `code` names a key by its place, whatever the layout. */
export type Keys = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

/** The keys in Electron's notation, such as `Control+Shift+C`; null for modifiers alone or for any other key. */
export function acceleratorOf({ code, ctrlKey, altKey, shiftKey, metaKey }: Keys): string | null {
  const key = keyOf(code);
  if (key === null) return null;
  const held = [ctrlKey && 'Control', altKey && 'Alt', shiftKey && 'Shift', metaKey && 'Meta'];
  return [...held.filter((name) => name !== false), key].join('+');
}

function keyOf(code: string): string | null {
  if (/^(Key[A-Z]|Digit\d|F\d{1,2}|Space)$/.test(code)) return code.replace(/^(Key|Digit)/, '');
  return /^Arrow(Up|Down|Left|Right)$/.exec(code)?.[1] ?? null;
}

const names = {
  macOS: { Control: 'Control', Meta: 'Command', Alt: 'Option' },
  windows: { Control: 'Ctrl', Meta: 'Windows', Alt: 'Alt' },
  linux: { Control: 'Ctrl', Meta: 'Super', Alt: 'Alt' },
} satisfies Record<DesktopState['system'], Record<string, string>>;

/** The keys as a person on this system knows them. */
export function spelled(accelerator: string, system: DesktopState['system']): string {
  const named: Record<string, string> = names[system];
  return accelerator
    .split('+')
    .map((key) => named[key] ?? key)
    .join(' + ');
}
