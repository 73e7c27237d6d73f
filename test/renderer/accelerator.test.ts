import { expect, test } from 'vitest';
import { acceleratorOf, spelled } from '../../renderer/features/settings/accelerator.ts';

const none = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };

test('keys that are pressed become what Electron understands', () => {
  expect(acceleratorOf({ ...none, ctrlKey: true, shiftKey: true, code: 'KeyC' })).toBe('Control+Shift+C');
  expect(acceleratorOf({ ...none, metaKey: true, altKey: true, code: 'Digit1' })).toBe('Alt+Meta+1');
  expect(acceleratorOf({ ...none, ctrlKey: true, code: 'F12' })).toBe('Control+F12');
  expect(acceleratorOf({ ...none, ctrlKey: true, code: 'ArrowUp' })).toBe('Control+Up');
  expect(acceleratorOf({ ...none, altKey: true, code: 'Space' })).toBe('Alt+Space');
});

test('nothing is taken while only modifiers are held, or of keys with a meaning of their own', () => {
  for (const code of ['ControlLeft', 'ShiftRight', 'MetaLeft', 'Enter', 'Tab', 'Escape', 'IntlRo', '']) {
    expect(acceleratorOf({ ...none, ctrlKey: true, code }), code).toBeNull();
  }
});

test('keys are named as the system names them', () => {
  expect(spelled('Control+Alt+Meta+K', 'macOS')).toBe('Control + Option + Command + K');
  expect(spelled('Control+Alt+Meta+K', 'windows')).toBe('Ctrl + Alt + Windows + K');
  expect(spelled('Meta+K', 'linux')).toBe('Super + K');
});
