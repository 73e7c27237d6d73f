import { Menu, type App } from 'electron';
import { contextTemplate } from './menuTemplate.ts';
import type { MainWords } from '../contract/words/words.ts';

/** Right-click menus for every window, present and future. */
export function offerContextMenus(app: Pick<App, 'on'>, words: () => MainWords): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('context-menu', (_event, spot) => {
      const template = contextTemplate(spot, words());
      if (template.length > 0) Menu.buildFromTemplate(template).popup();
    });
  });
}
