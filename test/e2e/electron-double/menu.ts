import { EventEmitter } from 'node:events';
import type { MenuItemConstructorOptions } from 'electron';
import { strict } from './strict.ts';

type FakeMenuItem = Required<Pick<MenuItemConstructorOptions, 'label' | 'type' | 'enabled' | 'checked'>> & {
  role: MenuItemConstructorOptions['role'];
  submenu: FakeMenu | undefined;
  click: () => void;
};

function menuItem(options: MenuItemConstructorOptions): FakeMenuItem {
  const { label, role, type = 'normal', enabled = true, checked = false, submenu, click } = options;
  if (label === undefined && role === undefined && type !== 'separator')
    throw new Error('A menu item needs a label, a role or a type.');
  return {
    label: label ?? role ?? '',
    role,
    type,
    enabled,
    checked,
    submenu: Array.isArray(submenu) ? FakeMenu.buildFromTemplate(submenu) : undefined,
    click: () => {
      if (role !== undefined) throw new Error(`The electron double does not do what the role ${role} does.`);
      (click as (() => void) | undefined)?.();
    },
  };
}

export class FakeMenu extends EventEmitter {
  static #application: FakeMenu | null = null;
  readonly items: FakeMenuItem[];

  constructor(items: FakeMenuItem[] = []) {
    super();
    this.items = items;
  }

  static buildFromTemplate(template: MenuItemConstructorOptions[]): FakeMenu {
    return strict('Menu', new FakeMenu(template.map(menuItem)));
  }

  static setApplicationMenu(menu: FakeMenu | null): void {
    FakeMenu.#application = menu;
  }

  static getApplicationMenu(): FakeMenu | null {
    return FakeMenu.#application;
  }

  /** Nobody sees it; the controls record it. */
  popup(): void {}
}
