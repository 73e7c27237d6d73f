import { lazy, useEffect, useState, type ComponentType, type LazyExoticComponent } from 'react';

/**
 * A component that the first screen does without: its code comes when it is shown, or once the page is idle, together
 * with the styles that the first screen does without. Show it inside a Suspense.
 */
export function later<P>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => {
    const [component] = await Promise.all([load(), import('./mantineMore.css')]);
    return { default: component };
  });
}

/** By then the first screen is drawn, even on a page that is never idle. Milliseconds. */
const longestWait = { timeout: 500 };

/** Whether the page has been idle once: its first screen is drawn. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const waiting = requestIdleCallback(() => setIdle(true), longestWait);
    return () => cancelIdleCallback(waiting);
  }, []);
  return isIdle;
}
