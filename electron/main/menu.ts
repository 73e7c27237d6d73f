import { Menu, type App as ElectronApp } from 'electron';
import type { App } from '../core/app.ts';
import { isInside, menuTemplate, type MenuActions, type MenuSituation } from './menuTemplate.ts';
import { words } from './words.ts';

export interface MenuOptions extends MenuActions, MenuSituation {
  app: Pick<App, 'state' | 'on'>;
}

/** Sets the menu bar, and again when what can be asked for changes. */
export function showMenu(options: MenuOptions): void {
  const show = (inside: boolean) => {
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(inside, options, options)));
  };
  let shown = isInside(options.app.state());
  show(shown);
  options.app.on('state', (state) => {
    if (isInside(state) === shown) return;
    shown = isInside(state);
    show(shown);
  });
}

/** What the system's own About box says. */
export function describeApp(app: Pick<ElectronApp, 'setAboutPanelOptions' | 'getVersion'>): void {
  const { electron, chrome, node } = process.versions;
  app.setAboutPanelOptions({
    applicationName: words.appName,
    // The one version that every system's box shows.
    applicationVersion: `${app.getVersion()} (Electron ${electron ?? ''}, Chromium ${chrome ?? ''}, Node ${node})`,
    copyright: words.about,
  });
}
