import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import { places, type Command } from '../contract/commands.ts';
import type { AppState } from '../contract/state.ts';
import { words } from './words.ts';

export interface MenuActions {
  command(command: Command): void;
  openExternal(url: string): void;
}

export interface MenuSituation {
  platform: NodeJS.Platform;
  /** While the app is worked on its page can be reloaded and looked into. */
  developing: boolean;
}

type Item = MenuItemConstructorOptions;

const separator: Item = { type: 'separator' };
const text = words.menu;

/** Nothing is there to go to before an account is connected. */
export function isInside({ demo, account }: Pick<AppState, 'demo' | 'account'>): boolean {
  return demo || account.kind !== 'none';
}

/** The menu bar with the platform's usual roles. Keys that the page handles itself never reach it. */
export function menuTemplate(inside: boolean, { platform, developing }: MenuSituation, actions: MenuActions): Item[] {
  const isMac = platform === 'darwin';
  const newNumber = commandItem(text.newNumber, 'CmdOrCtrl+N', { name: 'newNumber', wish: {} });
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
  const file: Item[] = isMac
    ? [newNumber, separator, { role: 'close' }]
    : [newNumber, separator, preferences, separator, { role: 'quit' }];
  const help: Item[] = [
    link(text.twilioDocs, 'https://www.twilio.com/docs/phone-numbers'),
    link(text.twilioConsole, 'https://console.twilio.com/'),
  ];
  return [
    ...(isMac ? [macMenu(preferences)] : []),
    { label: text.file, submenu: file },
    { role: 'editMenu' },
    { label: text.view, submenu: [...toPlaces, separator, ...lookRoles(developing)] },
    { role: 'windowMenu' },
    { role: 'help', label: text.help, submenu: isMac ? help : [...help, separator, { role: 'about' }] },
  ];
}

function macMenu(preferences: Item): Item {
  const roles: Item[] = [{ role: 'services' }, separator, { role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }];
  const submenu = [{ role: 'about' } as const, separator, preferences, separator, ...roles, separator];
  return { label: words.appName, submenu: [...submenu, { role: 'quit' }] };
}

function lookRoles(developing: boolean): Item[] {
  const zoom: Item[] = [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }];
  const tools: Item[] = developing ? [separator, { role: 'reload' }, { role: 'toggleDevTools' }] : [];
  return [...zoom, separator, { role: 'togglefullscreen' }, ...tools];
}

type Spot = Pick<ContextMenuParams, 'isEditable' | 'selectionText'> & {
  editFlags: Pick<ContextMenuParams['editFlags'], 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'>;
};

/** What a right click offers: the usual in a text field, Copy on selected text, else nothing. */
export function contextTemplate({ isEditable, selectionText, editFlags }: Spot): Item[] {
  if (isEditable) {
    return [
      { role: 'cut', enabled: editFlags.canCut },
      { role: 'copy', enabled: editFlags.canCopy },
      { role: 'paste', enabled: editFlags.canPaste },
      separator,
      { role: 'selectAll', enabled: editFlags.canSelectAll },
    ];
  }
  return selectionText.trim() === '' ? [] : [{ role: 'copy', enabled: editFlags.canCopy }];
}
