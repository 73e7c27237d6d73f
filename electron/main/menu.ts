import { Menu, type App as ElectronApp } from 'electron';
import type { App } from '../core/app.ts';
import { isInside, menuTemplate, type MenuActions, type MenuSituation } from './menuTemplate.ts';
import type { MainWords } from './words/english.ts';

export interface MenuOptions extends MenuActions, MenuSituation {
  app: Pick<App, 'state' | 'on'>;
  electron: Pick<ElectronApp, 'setAboutPanelOptions' | 'getVersion'>;
  words: () => MainWords;
}

/** Sets the menu bar and the About box, and again when what can be asked for or the language changes. */
export function showMenu(options: MenuOptions): void {
  let shown: { inside: boolean; words: MainWords } | null = null;
  const show = () => {
    const [inside, words] = [isInside(options.app.state()), options.words()];
    if (shown?.inside === inside && shown.words === words) return;
    shown = { inside, words };
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(inside, words, options, options)));
    describeApp(options.electron, words);
  };
  show();
  options.app.on('state', show);
}

/** What the system's own About box says. */
function describeApp(app: MenuOptions['electron'], words: MainWords): void {
  const { electron, chrome, node } = process.versions;
  app.setAboutPanelOptions({
    applicationName: words.appName,
    // The one version that every system's box shows.
    applicationVersion: `${app.getVersion()} (Electron ${electron ?? ''}, Chromium ${chrome ?? ''}, Node ${node})`,
    copyright: words.about,
  });
}
