import { EventEmitter } from 'node:events';
import type { Menu, MenuItem, MenuItemConstructorOptions, PopupOptions } from 'electron';
import type { ShownItem } from './control.ts';
import { strict, type Only } from './strict.ts';

type Kept = Pick<MenuItem, 'label' | 'enabled' | 'accelerator' | 'checked'> & {
  role: string | null;
  click: () => void;
};

export class FakeMenuItem implements Kept {
  readonly label: string;
  readonly role: string | null;
  readonly accelerator: string | null;
  readonly enabled: boolean;
  readonly checked: boolean;
  readonly type: string;
  readonly submenu: FakeMenu | null;
  readonly click: () => void;

  constructor(options: MenuItemConstructorOptions) {
    const { label, role, accelerator, enabled = true, checked = false, submenu, type = 'normal', click } = options;
    if (label === undefined && role === undefined && type !== 'separator')
      throw new Error('A menu item needs a label, a role or a type.');
    this.label = label ?? role ?? '';
    this.role = role ?? null;
    this.accelerator = accelerator ?? null;
    this.enabled = enabled;
    this.checked = checked;
    this.type = type;
    this.submenu = Array.isArray(submenu) ? FakeMenu.buildFromTemplate(submenu) : null;
    this.click = () => {
      if (role !== undefined) throw new Error(`The electron double does not do what the role ${role} does.`);
      (click as (() => void) | undefined)?.();
    };
  }
}

/** What menus the app has shown, for a test to look at. */
export const shownMenus: { application: FakeMenu | null; popups: FakeMenu[] } = { application: null, popups: [] };

export class FakeMenu extends EventEmitter {
  readonly items: FakeMenuItem[];
  #close: (() => void) | null = null;

  constructor(items: FakeMenuItem[] = []) {
    super();
    this.items = items;
  }

  static buildFromTemplate(template: MenuItemConstructorOptions[]): FakeMenu {
    return strict('Menu', new FakeMenu(template.map((options) => new FakeMenuItem(options))));
  }

  static setApplicationMenu(menu: FakeMenu | null): void {
    shownMenus.application = menu;
  }

  popup({ callback }: PopupOptions = {}): void {
    shownMenus.popups.push(this);
    this.#close = callback ?? null;
  }

  /** For the harness: the person chooses, or turns away. */
  leave(path: readonly string[] | null): void {
    const close = this.#close;
    this.#close = null;
    close?.();
    if (path !== null) clickItem(this, path);
  }
}

type MenuClass = Omit<typeof FakeMenu, 'prototype'> & (new () => Only<Omit<FakeMenu, 'leave'>, Menu>);

export const menuClass: Only<MenuClass, typeof Menu> = strict('Menu', FakeMenu);

export function itemsOf(menu: FakeMenu | null): ShownItem[] {
  return (menu?.items ?? [])
    .filter(({ type }) => type !== 'separator')
    .map(({ label, role, accelerator, enabled, checked, type, submenu }) => ({
      label,
      role,
      accelerator,
      enabled,
      checked: type === 'checkbox' ? checked : null,
      items: itemsOf(submenu),
    }));
}

/** Clicks the item at the end of a path of labels; a disabled one cannot be clicked. */
export function clickItem(menu: FakeMenu | null, [label, ...rest]: readonly string[]): void {
  const item = menu?.items.find((one) => one.label === label);
  if (!item) throw new Error(`There is no menu item ${label}, but ${menu?.items.map((one) => one.label).join(', ')}.`);
  if (rest.length > 0) return clickItem(item.submenu, rest);
  if (!item.enabled) throw new Error(`The menu item ${label} is disabled.`);
  item.click();
}
