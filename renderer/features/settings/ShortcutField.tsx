import { TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { DesktopState } from '../../../electron/contract/host.ts';
import { failureLine } from '../../ui/HostText.tsx';
import { strings } from '../../ui/strings.ts';
import { acceleratorOf, spelled } from './accelerator.ts';
import { SettingField } from './SettingField.tsx';
import { useSetting } from './useSetting.ts';

const text = strings.desktop;

/** A field that takes the keys that are pressed in it. */
export function ShortcutField({ desktop: { system, shortcutProblem } }: { desktop: DesktopState }) {
  const { value, error, saved, save, reset } = useSetting('globalShortcut');
  const onKeyDown = (event: KeyboardEvent) => {
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.key === 'Tab' && plain) return;
    // Whatever the keys do elsewhere, they do not do it here.
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return reset();
    if (event.key === 'Backspace' && plain) return void save(null);
    const keys = acceleratorOf(event.nativeEvent);
    if (keys !== null) void save(keys);
  };
  return (
    <SettingField saved={saved}>
      <TextInput
        label={text.shortcut}
        description={text.shortcutHint}
        placeholder={text.shortcutNone}
        readOnly
        value={value === null ? '' : spelled(value, system)}
        error={error ?? (shortcutProblem && failureLine(shortcutProblem))}
        onKeyDown={onKeyDown}
        onBlur={reset}
      />
    </SettingField>
  );
}
