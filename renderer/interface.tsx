import { startTransition, StrictMode, useLayoutEffect, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import type { Services } from './state/context.ts';

/** Shows the interface; the returned function removes it. Loaded once the language is known: see language.ts. */
export function showInterface(services: Services): () => void {
  const element = document.getElementById('root');
  if (element === null) throw new Error('The page has no #root.');
  const root = createRoot(element);
  // In slices: the first drawing is the longest, and the page answers meanwhile.
  startTransition(() =>
    root.render(
      <StrictMode>
        <Listening>
          <App services={services} />
        </Listening>
      </StrictMode>,
    ),
  );
  return () => root.unmount();
}

/** What can be seen listens to keys and events, too: effects run with the first drawing, not some time after it. */
function Listening({ children }: { children: ReactNode }) {
  const [, setShown] = useState(false);
  // oxlint-disable-next-line react/set-state-in-effect -- drawing again at once makes React run all effects before it
  useLayoutEffect(() => setShown(true), []);
  return children;
}
