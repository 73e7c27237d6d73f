import { Menu, type App as ElectronApp, type BrowserWindow } from 'electron';
import type { MenuChoice } from '../../contract/commands.ts';
import type { MenuRequest } from '../../contract/menu.ts';
import type { MainWords } from '../../contract/words/main.ts';
import { isPresenting } from '../notifications/arrivedCodes.ts';
import type { Desktop } from '../desktop.ts';
import {
  choiceTemplate,
  contextTemplate,
  isInside,
  menuTemplate,
  type MenuActions,
  type MenuSituation,
} from './menuTemplate.ts';

interface MenuBarOptions extends MenuActions, MenuSituation, Pick<Desktop, 'app' | 'words'> {
  electron: Pick<ElectronApp, 'setAboutPanelOptions' | 'getVersion'>;
}

/** Sets the menu bar and the About box, and sets them again when the language or what they offer changes. */
export function showMenuBar(options: MenuBarOptions): void {
  let shown: unknown[] = [];
  const show = () => {
    const [state, words] = [options.app.state(), options.words()];
    const [inside, presenting] = [isInside(state), isPresenting(state)];
    const next = [inside, presenting, words];
    if (next.every((value, at) => value === shown[at])) return;
    shown = next;
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ inside, presenting }, words, options, options)));
    fillAboutBox(options.electron, words);
  };
  show();
  options.app.on('state', show);
}

function fillAboutBox(app: MenuBarOptions['electron'], words: MainWords): void {
  const { electron, chrome, node } = process.versions;
  app.setAboutPanelOptions({
    applicationName: words.appName,
    // The only version that the box shows on every system.
    applicationVersion: `${app.getVersion()} (Electron ${electron ?? ''}, Chromium ${chrome ?? ''}, Node ${node})`,
    copyright: words.about,
  });
}

/** Gives every window, present and future, a menu for text on a right click. */
export function offerContextMenus(app: Pick<ElectronApp, 'on'>, words: () => MainWords): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('context-menu', (_event, spot) => {
      const template = contextTemplate(spot, words());
      if (template.length > 0) Menu.buildFromTemplate(template).popup();
    });
  });
}

/** Opens a menu over the window. Resolves to what is chosen, or to null if the menu is closed without a choice. */
export function chooseFromMenu(
  window: BrowserWindow | null,
  { choices, at }: MenuRequest,
  words: MainWords,
): Promise<MenuChoice | null> {
  if (window === null) return Promise.resolve(null);
  const zoom = window.webContents.getZoomFactor();
  return new Promise((done) => {
    Menu.buildFromTemplate(choiceTemplate(choices, words, done)).popup({
      window,
      x: Math.round(at.x * zoom),
      y: Math.round(at.y * zoom),
      // A menu may report that it is closed before it reports the click.
      callback: () => setImmediate(() => done(null)),
    });
  });
}
