import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type { Tray } from 'electron';
import type { FakeMenu } from './menu.ts';
import { strict, type Only } from './strict.ts';

/** An icon beside the clock, with the menu that the app gave it last. */
export class FakeTray extends EventEmitter {
  static readonly shown: FakeTray[] = [];
  #menu: FakeMenu | null = null;
  #tip = '';

  constructor(icon: string) {
    super();
    if (!existsSync(icon)) throw new Error(`Failed to load image from path '${icon}'`);
    FakeTray.shown.push(this);
  }

  setContextMenu(menu: FakeMenu | null): void {
    this.#menu = menu;
  }

  setToolTip(tip: string): void {
    this.#tip = tip;
  }

  /** For the harness: what is there to be seen. */
  static seen(): { menu: FakeMenu | null; tip: string } {
    const [tray] = FakeTray.shown;
    return { menu: tray ? tray.#menu : null, tip: tray ? tray.#tip : '' };
  }
}

/** The class that main gets: strict about what is not there. */
export const trayClass: new (icon: string) => Only<FakeTray, Tray> = class extends FakeTray {
  constructor(icon: string) {
    super(icon);
    return strict('Tray', this);
  }
};
