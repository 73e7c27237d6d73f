import { Menu, Tray } from 'electron';
import type { Cancel } from '../../core/ports.ts';
import type { Desktop } from '../desktop.ts';
import { trayIconFile } from '../paths.ts';
import { nextTrayChange, trayTemplate, trayTip, type TrayActions } from './trayTemplate.ts';

type TrayOptions = TrayActions & Pick<Desktop, 'app' | 'clock' | 'platform' | 'words'>;

/** Shows the app in the tray. It sets the menu again only when the menu has changed. */
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
