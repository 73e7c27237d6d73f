import type { NativeTheme } from 'electron';
import type { App } from '../../core/app.ts';
import { followSetting } from './followSetting.ts';

/** Windows, menus, dialogs and pages follow the theme in Settings. Before the first window opens, or it would flash. */
export function followTheme(nativeTheme: Pick<NativeTheme, 'themeSource'>, app: Pick<App, 'state' | 'on'>): void {
  followSetting(app, 'theme', nativeTheme.themeSource, (theme) => (nativeTheme.themeSource = theme));
}
