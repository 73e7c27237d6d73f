import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import { menuChoices, places, type Command, type MenuChoice } from '../../contract/commands.ts';
import type { AppState } from '../../contract/state.ts';
import type { MainWords } from '../../contract/words/main.ts';
import type { Desktop } from '../desktop.ts';

export interface MenuActions extends Pick<Desktop, 'command' | 'present'> {
  openExternal(url: string): void;
}

/** What the menu bar follows. */
export interface MenuState {
  inside: boolean;
  presenting: boolean;
}

export interface MenuSituation {
  platform: NodeJS.Platform;
  /** In development the page can be reloaded and inspected. */
  developing: boolean;
}

type Item = MenuItemConstructorOptions;
type Role = keyof MainWords['roles'];

const separator: Item = { type: 'separator' };

/** Before an account is connected there is no place to go to. */
export function isInside({ demo, account }: Pick<AppState, 'demo' | 'account'>): boolean {
  return demo || account.kind !== 'none';
}

/** The menu bar with the platform's usual roles. Keys that the page handles never reach it. */
export function menuTemplate(
  { inside, presenting }: MenuState,
  words: MainWords,
  { platform, developing }: MenuSituation,
  actions: MenuActions,
): Item[] {
  const text = words.menu;
  const isMac = platform === 'darwin';
  const role = roleItems(words);
  const newNumber = commandItem(text.newNumber, 'CmdOrCtrl+N', { name: 'newNumber', prefill: {} });
  const preferences = commandItem(text.preferences, 'CmdOrCtrl+,', { name: 'goTo', place: 'settings' });

  function commandItem(label: string, accelerator: string, command: Command): Item {
    return { label, accelerator, enabled: inside, click: () => actions.command(command) };
  }
  function link(label: string, url: string): Item {
    return { label, click: () => actions.openExternal(url) };
  }
  const toPlaces = places.map((place, index) =>
    commandItem(text.places[place], `CmdOrCtrl+${index + 1}`, { name: 'goTo', place }),
  );
  const hide: Item = {
    label: text.hideCodes,
    type: 'checkbox',
    checked: presenting,
    click: () => actions.present(!presenting),
  };
  const file: Item[] = isMac
    ? [newNumber, separator, ...role('close')]
    : [newNumber, separator, preferences, separator, ...role('quit')];
  const help: Item[] = [
    link(text.twilioDocs, 'https://www.twilio.com/docs/phone-numbers'),
    link(text.twilioConsole, 'https://console.twilio.com/'),
  ];
  return [
    ...(isMac ? [{ label: words.appName, submenu: macItems(preferences, role) }] : []),
    { label: text.file, submenu: file },
    { role: 'editMenu', label: text.edit, submenu: editItems(isMac, role) },
    { label: text.view, submenu: [...toPlaces, separator, hide, separator, ...lookItems(developing, role)] },
    { role: 'windowMenu', label: text.window, submenu: windowItems(isMac, role) },
    { role: 'help', label: text.help, submenu: isMac ? help : [...help, separator, ...role('about')] },
  ];
}

type RoleItems = (...names: Role[]) => Item[];

/** Electron labels its roles, and the submenus it has ready, in English only. */
function roleItems({ roles }: MainWords): RoleItems {
  return (...names) => names.map((role) => ({ role, label: roles[role] }));
}

function macItems(preferences: Item, role: RoleItems): Item[] {
  const hiding = role('hide', 'hideOthers', 'unhide');
  const first = [...role('about'), separator, preferences, separator, ...role('services'), separator];
  return [...first, ...hiding, separator, ...role('quit')];
}

function editItems(isMac: boolean, role: RoleItems): Item[] {
  const usual = [...role('undo', 'redo'), separator, ...role('cut', 'copy', 'paste')];
  if (isMac) return [...usual, ...role('pasteAndMatchStyle', 'delete', 'selectAll')];
  return [...usual, ...role('delete'), separator, ...role('selectAll')];
}

function windowItems(isMac: boolean, role: RoleItems): Item[] {
  return isMac ? [...role('minimize', 'zoom'), separator, ...role('front')] : role('minimize', 'zoom', 'close');
}

function lookItems(developing: boolean, role: RoleItems): Item[] {
  const tools: Item[] = developing ? [separator, ...role('reload', 'toggleDevTools')] : [];
  return [...role('resetZoom', 'zoomIn', 'zoomOut'), separator, ...role('togglefullscreen'), ...tools];
}

type Spot = Pick<ContextMenuParams, 'isEditable' | 'selectionText'> & {
  editFlags: Pick<ContextMenuParams['editFlags'], 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'>;
};

/** What a right click offers: the usual items in a text field, Copy on selected text, else nothing. */
export function contextTemplate({ isEditable, selectionText, editFlags }: Spot, { roles }: MainWords): Item[] {
  if (isEditable) {
    return [
      { role: 'cut', label: roles.cut, enabled: editFlags.canCut },
      { role: 'copy', label: roles.copy, enabled: editFlags.canCopy },
      { role: 'paste', label: roles.paste, enabled: editFlags.canPaste },
      separator,
      { role: 'selectAll', label: roles.selectAll, enabled: editFlags.canSelectAll },
    ];
  }
  return selectionText.trim() === '' ? [] : [{ role: 'copy', label: roles.copy, enabled: editFlags.canCopy }];
}

/** The last of each group. */
const lines: ReadonlySet<MenuChoice> = new Set(['copyText', 'unpin']);

/** What can be done with a number or a message, with lines between copying, changing and ending. */
export function choiceTemplate(
  choices: readonly MenuChoice[],
  { context }: MainWords,
  choose: (choice: MenuChoice) => void,
): Item[] {
  const groups: Item[][] = [[]];
  for (const choice of menuChoices) {
    if (choices.includes(choice)) groups.at(-1)?.push({ label: context[choice], click: () => choose(choice) });
    if (lines.has(choice)) groups.push([]);
  }
  return groups.filter((group) => group.length > 0).flatMap((group, at) => (at === 0 ? group : [separator, ...group]));
}
