import { expect, test } from 'vitest';
import { defaultSettings, type Settings } from '../../../electron/contract/settings.ts';
import type { AppState } from '../../../electron/contract/state.ts';
import { followTheme } from '../../../electron/main/settings/theme.ts';

function stateWith(theme: Settings['theme']): AppState {
  return { settings: { ...defaultSettings, theme } } as AppState;
}

test('the system colours follow the theme at once, and each change of it', () => {
  const nativeTheme = { themeSource: 'system' as Settings['theme'] };
  let change: (state: AppState) => void = () => undefined;
  const on = (_event: string, listener: never) => ((change = listener), () => undefined);
  followTheme(nativeTheme, { state: () => stateWith('dark'), on });
  expect(nativeTheme.themeSource).toBe('dark');
  change(stateWith('light'));
  expect(nativeTheme.themeSource).toBe('light');
  change(stateWith('system'));
  expect(nativeTheme.themeSource).toBe('system');
});
