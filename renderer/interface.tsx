import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import type { Services } from './state/context.ts';

/** Shows the interface; the returned function removes it. Loaded once the language is known: see language.ts. */
export function showInterface(services: Services): () => void {
  const element = document.getElementById('root');
  if (element === null) throw new Error('The page has no #root.');
  const root = createRoot(element);
  // In one go: what can be seen listens to keys and events, too.
  flushSync(() =>
    root.render(
      <StrictMode>
        <App services={services} />
      </StrictMode>,
    ),
  );
  return () => root.unmount();
}
