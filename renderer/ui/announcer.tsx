import { VisuallyHidden } from '@mantine/core';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';

type Announce = (text: string) => void;

const AnnouncerContext = createContext<Announce>(() => undefined);

/** Speaks through the page's only polite live region. */
export function useAnnounce(): Announce {
  return useContext(AnnouncerContext);
}

/** Holds the live region. The counter makes a screen reader repeat the same text. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', count: 0 });
  const announce = useCallback((text: string) => setSaid(({ count }) => ({ text, count: count + 1 })), []);
  const region = useMemo(() => <span key={said.count}>{said.text}</span>, [said]);
  return (
    <AnnouncerContext value={announce}>
      {children}
      <VisuallyHidden component="output" aria-live="polite">
        {region}
      </VisuallyHidden>
    </AnnouncerContext>
  );
}
