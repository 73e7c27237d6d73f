import { Menu, type App as ElectronApp } from 'electron';
import type { App } from '../core/app.ts';
import { isInside, menuTemplate, type MenuActions, type MenuSituation, type MenuState } from './menuTemplate.ts';
import { isPresenting } from './arrivedCodes.ts';
import type { MainWords } from '../contract/words/words.ts';

export interface MenuOptions extends MenuActions, MenuSituation {
  app: Pick<App, 'state' | 'on'>;
  electron: Pick<ElectronApp, 'setAboutPanelOptions' | 'getVersion'>;
  words: () => MainWords;
}

/** Sets the menu bar and the About box, and again when what can be asked for or the language changes. */
export function showMenu(options: MenuOptions): void {
  let shown: (MenuState & { words: MainWords }) | null = null;
  const show = () => {
    const [state, words] = [options.app.state(), options.words()];
    const next = { inside: isInside(state), presenting: isPresenting(state), words };
    if (shown?.inside === next.inside && shown.presenting === next.presenting && shown.words === words) return;
    shown = next;
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(next, words, options, options)));
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
