import { Menu, Tray } from 'electron';
import type { App } from '../core/app.ts';
import type { Cancel, Clock } from '../core/ports.ts';
import { trayIconFile } from './paths.ts';
import type { MainWords } from '../contract/words/words.ts';
import { nextTrayChange, trayTemplate, trayTip, type TrayActions } from './trayTemplate.ts';

export interface TrayOptions extends TrayActions {
  app: Pick<App, 'state' | 'on'>;
  clock: Pick<Clock, 'now' | 'after'>;
  platform: NodeJS.Platform;
  words: () => MainWords;
}

/** Shows the app in the tray. Its menu is made anew only when it says something else. */
export function showTray(options: TrayOptions): void {
  const { app, clock, platform } = options;
  const tray = new Tray(trayIconFile(platform));
  let shown = '';
  let cancel: Cancel = () => undefined;
  const show = () => {
    cancel();
    const state = app.state();
    const template = trayTemplate(state, clock.now(), options.words(), options);
    const said = JSON.stringify(template);
    if (said !== shown) {
      shown = said;
      tray.setContextMenu(Menu.buildFromTemplate(template));
      tray.setToolTip(trayTip(state, options.words()));
    }
    const next = nextTrayChange(state, clock.now());
    cancel = next === null ? () => undefined : clock.after(next, show);
  };
  show();
  app.on('state', show);
  // On macOS a click opens the menu.
  if (platform !== 'darwin') tray.on('click', () => options.open());
}
