import { startTransition, StrictMode, useLayoutEffect } from 'react';
import { flushSync } from 'react-dom';
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
        <Listening services={services} />
      </StrictMode>,
    ),
  );
  return () => root.unmount();
}

/** What can be seen listens to keys and events, too: effects run with the first drawing, not some time after it. */
function Listening({ services }: { services: Services }) {
  useLayoutEffect(() => queueMicrotask(() => flushSync(() => undefined)), []);
  return <App services={services} />;
}
