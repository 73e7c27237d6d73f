import { useHotkeys, type HotkeyItem } from '@mantine/hooks';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Command, OrderPrefill, Place } from '../electron/contract/commands.ts';
import type { Message } from '../electron/contract/state.ts';
import { secondOf } from '../electron/contract/time.ts';
import { newestCode } from './state/leases.ts';
import { useSelected, useServices } from './state/context.ts';
import { useAnnounce } from './ui/announcer.tsx';
import { useCopy } from './ui/copying.tsx';
import { leaseName } from './ui/format.ts';
import { strings } from './ui/strings.ts';
import { showDone, showProblem } from './ui/toasts.tsx';

const text = strings.shortcuts;

/** Announces each message to a number in use, and each code, to screen readers; a code is new from now on. */
export function useMessageAnnouncements(): void {
  const { bridge, store, unseen } = useServices();
  const announce = useAnnounce();
  const arrived = useEffectEvent(({ sid, code, leaseId, to }: Message) => {
    if (code === null && leaseId === null) return;
    if (code !== null && leaseId !== null) unseen.arrived(sid, code);
    const lease = store.view().state?.leases.find(({ id }) => id === leaseId);
    const name = leaseName(lease ?? { label: null, number: to });
    announce(code === null ? strings.live.noCode({ name }) : strings.live.newCode({ code, name }));
  });
  useEffect(() => bridge.subscribe('message', (message) => arrived(message)), [bridge]);
}

/**
 * Copies each code that arrives, if the settings ask for it and the host does not do it. A browser lets a page write to
 * the clipboard only while the page has the focus.
 */
export function useAutoCopy(): void {
  const { bridge } = useServices();
  const wanted = useSelected(({ settings, capabilities }) => settings.autoCopy && capabilities.clipboard === 'page');
  const copy = useCopy();
  const [openedAt] = useState(() => secondOf(Date.now()));
  const arrived = useEffectEvent((code: string, receivedAt: string) => {
    const isNews = Date.parse(receivedAt) >= openedAt;
    if (wanted && isNews && document.hasFocus()) void copy(code);
  });
  useEffect(
    () =>
      bridge.subscribe('message', ({ code, receivedAt }) => {
        if (code !== null) arrived(code, receivedAt);
      }),
    [bridge],
  );
}

/** The lease to show after a click on its notification. Always a new object, so that a second click scrolls again. */
export interface Revealed {
  leaseId: string;
}

/** The lease to show, and how to show another one. */
export function useReveal(goToNumbers: () => void): [Revealed | null, (leaseId: string) => void] {
  const { bridge } = useServices();
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const reveal = (leaseId: string) => {
    goToNumbers();
    setRevealed({ leaseId });
  };
  const asked = useEffectEvent(reveal);
  useEffect(() => bridge.subscribe('reveal', ({ leaseId }) => asked(leaseId)), [bridge]);
  return [revealed, reveal];
}

/** Tells the host when the network is back, even while the page is hidden. */
export function useNetworkBack(): void {
  const { client } = useServices();
  useEffect(() => {
    const tell = () => void client.call('reception.wake').catch(() => undefined);
    window.addEventListener('online', tell);
    return () => window.removeEventListener('online', tell);
  }, [client]);
}

interface CommandTargets {
  newNumber: (prefill?: OrderPrefill) => void;
  goTo: (place: Place) => void;
}

/** Runs the commands of the desktop's menus and links, starting with any given before there was a window. */
export function useCommands({ newNumber, goTo }: CommandTargets): void {
  const { bridge, client } = useServices();
  const obey = useEffectEvent((command: Command) => {
    if (command.name === 'newNumber') return newNumber(command.prefill);
    if (command.name === 'goTo') return goTo(command.place);
    return showProblem(command.message, command.hint);
  });
  useEffect(() => {
    const take = async () => {
      const command = await client.call('commands.take').catch(() => null);
      if (command !== null) obey(command);
    };
    void take();
    return bridge.subscribe('command', () => void take());
  }, [bridge, client]);
}

interface Shortcuts {
  newNumber: () => void;
  /** null when there is no last order. */
  sameAgain: (() => void) | null;
  showHelp: () => void;
  openPalette: () => void;
  copyNewest: (event?: KeyboardEvent) => void;
  /** Whether keys without Ctrl or ⌘ work. */
  singleKeys: boolean;
}

/** The keys that work anywhere outside text fields, as `keysOf` names them; the palette's also inside. */
export function useShortcuts(given: Shortcuts): void {
  const { newNumber, openPalette, copyNewest } = given;
  const isDesktop = useSelected(({ desktop }) => desktop !== null);
  useHotkeys([
    ['mod+C', copyNewest, { preventDefault: false }],
    // Elsewhere it opens the browser's own new window.
    ...(isDesktop ? [['mod+N', () => newNumber()] satisfies HotkeyItem] : []),
  ]);
  useHotkeys([['mod+K', openPalette]], []);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { key, shiftKey, repeat } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !given.singleKeys || isTyping(event.target)) return;
    if (key === '?') given.showHelp();
    // Not behind a dialog: it spends money.
    if (key.toLowerCase() !== 'n' || repeat || isDialogOpen()) return;
    // With Caps Lock, N alone is a capital, too.
    if (shiftKey) given.sameAgain?.();
    else if (!isDesktop) {
      // Or the N would be typed into the dialog's first field.
      event.preventDefault();
      newNumber();
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

export function isDialogOpen(): boolean {
  return document.querySelector('[role=dialog]') !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}

/** Copies the newest code and says whose it is. As a key, it leaves selected text alone. */
export function useCopyNewest(): (event?: KeyboardEvent) => void {
  const { store } = useServices();
  const copy = useCopy();
  return (event) => {
    if (event !== undefined && window.getSelection()?.toString() !== '') return;
    event?.preventDefault();
    const { state } = store.view();
    const newest = state && newestCode(state);
    if (newest === null) return showProblem(text.nothingToCopy, text.nothingToCopyHint);
    void copy(newest.code).then((isDone) => isDone && showDone(text.copied(newest)));
  };
}
