import { useEffect, useRef } from 'react';
import type { Message } from '../../../electron/contract/state.ts';
import { useSoughtMessage } from '../../state/usePlace.ts';
import { holdInView } from '../../ui/holdInView.ts';

interface Finder {
  messages: readonly Message[];
  /** Draws this message wherever it is in the list. */
  draw: (sid: string) => void;
  /** The row of a message that is drawn. */
  row: (index: number) => Element | null;
}

/** Scrolls once to the message that the address leads to, and focuses it. Returns its SID. */
export function useSought({ messages, draw, row }: Finder): string | null {
  const sought = useSoughtMessage();
  const done = useRef<string | null>(null);
  const letGo = useRef(() => undefined as void);
  const index = sought === null ? -1 : messages.findIndex(({ sid }) => sid === sought);
  useEffect(() => {
    if (sought === null || index < 0 || done.current === sought) return;
    const message = row(index)?.querySelector('article');
    if (!message) return draw(sought);
    done.current = sought;
    message.focus({ preventScroll: true });
    letGo.current = holdInView(message, 'center');
  });
  useEffect(() => () => letGo.current(), []);
  return sought;
}
