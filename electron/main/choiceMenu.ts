import { Menu, type BrowserWindow } from 'electron';
import type { MenuChoice } from '../contract/commands.ts';
import type { MenuWish } from '../contract/menu.ts';
import { choiceTemplate } from './menuTemplate.ts';
import type { MainWords } from '../contract/words/words.ts';

/** Pops up a menu over the window; resolves to what is chosen, or to null when it is closed without. */
export function chooseFromMenu(
  window: BrowserWindow | null,
  { choices, at }: MenuWish,
  words: MainWords,
): Promise<MenuChoice | null> {
  if (window === null) return Promise.resolve(null);
  const zoom = window.webContents.getZoomFactor();
  return new Promise((done) => {
    Menu.buildFromTemplate(choiceTemplate(choices, words, done)).popup({
      window,
      x: Math.round(at.x * zoom),
      y: Math.round(at.y * zoom),
      // A menu may say that it is closed before its item is told of the click.
      callback: () => setImmediate(() => done(null)),
    });
  });
}
