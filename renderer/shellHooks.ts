import { useHotkeys } from '@mantine/hooks';
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
import { showProblem } from './ui/toasts.tsx';

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
  /** null when there is no last order, or single keys are off. */
  sameAgain: (() => void) | null;
  /** null when the person has switched single keys off. */
  showHelp: (() => void) | null;
}

/** The keys that work anywhere outside text fields. */
export function useShortcuts({ newNumber, sameAgain, showHelp }: Shortcuts): void {
  const copyNewest = useCopyNewest();
  useHotkeys([
    ['mod+N', () => newNumber()],
    ['mod+C', copyNewest, { preventDefault: false }],
  ]);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === '?') showHelp?.();
    // Not behind a dialog: it spends money.
    // With Caps Lock, N alone is a capital, too.
    const isShiftN = event.shiftKey && event.key.toLowerCase() === 'n';
    if (isShiftN && !event.repeat && document.querySelector('[role=dialog]') === null) sameAgain?.();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}

function useCopyNewest(): (event: KeyboardEvent) => void {
  const { store } = useServices();
  const copy = useCopy();
  return (event) => {
    if (window.getSelection()?.toString() !== '') return;
    event.preventDefault();
    const { state } = store.view();
    const code = state && newestCode(state);
    if (code === null) showProblem(strings.shortcuts.nothingToCopy, strings.shortcuts.nothingToCopyHint);
    else void copy(code);
  };
}
