import type { MouseEvent } from 'react';
import { menuChoices, type MenuChoice } from '../../electron/contract/commands.ts';
import { useSelected, useClient } from '../state/context.ts';

/** The actions for a thing; undefined ones are not offered. */
export type MenuOffer = Partial<Record<MenuChoice, (() => void) | undefined>>;

/**
 * Opens a system menu with a thing's actions on a right click or the menu key. Undefined in a browser, which has its
 * own menu. Text fields and selected text keep theirs.
 */
export function useContextMenu(offer: MenuOffer): ((event: MouseEvent) => void) | undefined {
  const client = useClient();
  if (!useSelected(({ capabilities }) => capabilities.menus)) return undefined;
  return (event) => {
    const choices = menuChoices.filter((choice) => offer[choice] !== undefined);
    if (choices.length === 0 || hasOwnMenu(event.target)) return;
    event.preventDefault();
    const at = { x: Math.max(0, Math.round(event.clientX)), y: Math.max(0, Math.round(event.clientY)) };
    client.call('menu.choose', { choices, at }).then(
      (choice) => choice !== null && offer[choice]?.(),
      () => undefined,
    );
  };
}

function hasOwnMenu(target: EventTarget): boolean {
  const selected = window.getSelection()?.toString() ?? '';
  return selected.trim() !== '' || (target instanceof Element && target.closest('input, textarea') !== null);
}
