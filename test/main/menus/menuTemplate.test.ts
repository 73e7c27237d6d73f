import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import type { Command, MenuChoice } from '../../../electron/contract/commands.ts';
import { menuSchema } from '../../../electron/contract/menu.ts';
import { choiceTemplate, contextTemplate, isInside, menuTemplate } from '../../../electron/main/menus/menuTemplate.ts';
import { isExternalAllowed } from '../../../electron/main/origin.ts';
import { mainWords } from '../../../electron/contract/words/main.ts';

const english = mainWords('en', []);

function menuOf(platform: NodeJS.Platform, { inside = true, presenting = false, developing = false } = {}) {
  const commands: Command[] = [];
  const opened: string[] = [];
  const presented: boolean[] = [];
  const actions = {
    command: (given: Command) => commands.push(given),
    openExternal: (url: string) => opened.push(url),
    present: (on: boolean) => presented.push(on),
  };
  const all = flat(menuTemplate({ inside, presenting }, english, { platform, developing }, actions));
  const click = (label: string) => (all.find((item) => item.label === label)!.click as () => void)();
  return { all, click, commands, opened, presented };
}

function flat(items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}

const roles = (items: MenuItemConstructorOptions[]) => items.flatMap(({ role }) => role ?? []);

describe('the menu bar', () => {
  test('asks for a new number and for each place', () => {
    const { click, commands } = menuOf('linux');
    for (const label of ['New number…', 'Numbers', 'Inbox', 'Spending', 'Papers', 'Settings', 'Settings…'])
      click(label);
    expect(commands).toEqual([
      { name: 'newNumber', prefill: {} },
      { name: 'goTo', place: 'numbers' },
      { name: 'goTo', place: 'inbox' },
      { name: 'goTo', place: 'spending' },
      { name: 'goTo', place: 'papers' },
      { name: 'goTo', place: 'settings' },
      { name: 'goTo', place: 'settings' },
    ]);
  });

  test('has no two items with the same keys', () => {
    for (const platform of ['darwin', 'win32', 'linux'] as const) {
      const keys = menuOf(platform).all.flatMap(({ accelerator }) => accelerator ?? []);
      expect(new Set(keys).size, platform).toBe(keys.length);
      expect(keys).toEqual(expect.arrayContaining(['CmdOrCtrl+N', 'CmdOrCtrl+1', 'CmdOrCtrl+,']));
    }
  });

  test('has what each platform expects', () => {
    expect(roles(menuOf('darwin').all)).toEqual(expect.arrayContaining(['about', 'services', 'hide', 'close', 'quit']));
    expect(roles(menuOf('win32').all)).toEqual(
      expect.arrayContaining(['about', 'quit', 'editMenu', 'togglefullscreen']),
    );
    expect(roles(menuOf('win32').all)).not.toContain('services');
  });

  test('lets the page be reloaded and looked into only while the app is worked on', () => {
    const tools = ['reload', 'toggleDevTools'];
    expect(roles(menuOf('linux').all)).not.toEqual(expect.arrayContaining([tools[0]]));
    expect(roles(menuOf('linux', { developing: true }).all)).toEqual(expect.arrayContaining(tools));
  });

  test('offers nothing of the inside before an account is connected', () => {
    const state = { demo: false, account: { kind: 'none' } } as const;
    expect([isInside(state), isInside({ ...state, demo: true })]).toEqual([false, true]);
    const { all } = menuOf('linux', { inside: false });
    expect(all.filter(({ enabled }) => enabled === false).map(({ label }) => label)).toContain('New number…');
  });

  test('hides codes for now, and shows them again', () => {
    const [shown, hidden] = [menuOf('linux'), menuOf('linux', { presenting: true })];
    for (const menu of [shown, hidden]) menu.click('Hide codes for now');
    expect([shown.presented, hidden.presented]).toEqual([[true], [false]]);
  });

  test('leads only to pages that the app opens', () => {
    const { click, opened } = menuOf('linux');
    click('Twilio’s documentation');
    click('Twilio Console');
    expect(opened.map(isExternalAllowed)).toEqual([true, true]);
  });
});

describe('a right click', () => {
  const editFlags = { canCut: false, canCopy: false, canPaste: true, canSelectAll: true };

  test('in a text field offers the usual', () => {
    const items = contextTemplate({ isEditable: true, selectionText: '', editFlags }, english);
    expect(items.map(({ role, enabled }) => [role, enabled])).toEqual([
      ['cut', false],
      ['copy', false],
      ['paste', true],
      [undefined, undefined],
      ['selectAll', true],
    ]);
  });

  test('on selected text offers to copy it, and elsewhere nothing', () => {
    const flags = { ...editFlags, canCopy: true };
    expect(contextTemplate({ isEditable: false, selectionText: '482913', editFlags: flags }, english)).toEqual([
      { role: 'copy', label: 'Copy', enabled: true },
    ]);
    expect(contextTemplate({ isEditable: false, selectionText: ' ', editFlags }, english)).toEqual([]);
  });
});

describe('the menu of a number or a message', () => {
  const template = (choices: MenuChoice[], choose = (_choice: MenuChoice) => undefined as void) =>
    choiceTemplate(choices, english, choose);
  const lines = (choices: MenuChoice[]) => template(choices).map(({ label, type }) => label ?? type);

  test('has what can be done in the usual order, in groups', () => {
    expect(lines(['giveBack', 'pin', 'extend', 'copyNumber', 'copyCode'])).toEqual([
      ...['Copy code', 'Copy number', 'separator', 'Extend', 'Pin', 'separator', 'Give back'],
    ]);
    expect(lines(['remove', 'copyText'])).toEqual(['Copy text', 'separator', 'Delete message']);
    expect(lines(['copyNumber'])).toEqual(['Copy number']);
  });

  test('tells what is chosen', () => {
    const chosen: MenuChoice[] = [];
    for (const { click } of template(['copyCode', 'remove'], (choice) => void chosen.push(choice)))
      (click as (() => void) | undefined)?.();
    expect(chosen).toEqual(['copyCode', 'remove']);
  });

  test('has no text that the page could choose', () => {
    expect(menuSchema.safeParse({ choices: ['<b>Pay</b>'], at: { x: 1, y: 1 } }).success).toBe(false);
    expect(menuSchema.safeParse({ choices: ['pin'], at: { x: 1, y: 1 }, label: 'Pay' }).data).not.toHaveProperty(
      'label',
    );
  });
});
