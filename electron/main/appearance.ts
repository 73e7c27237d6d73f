import type { NativeTheme } from 'electron';
import type { App } from '../core/app.ts';

/**
 * The windows, menus and dialogs of the system follow the theme in Settings, and with them what a page is told of the
 * system's colours: before the first window, so that none flashes in the other theme.
 */
export function followTheme(nativeTheme: Pick<NativeTheme, 'themeSource'>, app: Pick<App, 'state' | 'on'>): void {
  const follow = (theme: NativeTheme['themeSource']) => {
    if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme;
  };
  follow(app.state().settings.theme);
  app.on('state', ({ settings }) => follow(settings.theme));
}
