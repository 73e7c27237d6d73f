/** When (milliseconds since the epoch) the first frame with a code was painted. */
export type Paints = Record<string, number>;

interface Watched {
  paints: Paints;
  slowMs: number;
}

/**
 * Runs in the page, before its own scripts. Looks at each change for the newest code, which the selector names, and
 * waits for the frame that shows it: a task that is posted in an animation frame runs when that frame was painted.
 */
export function watchPage(selector: string): void {
  const watched: Watched = { paints: {}, slowMs: 0 };
  Object.assign(window, { watched });
  const channel = new MessageChannel();
  let waiting: { code: string; element: Element } | null = null;
  channel.port1.addEventListener('message', () => {
    if (waiting !== null && isSeen(waiting.element)) watched.paints[waiting.code] ??= Date.now();
    waiting = null;
  });
  channel.port1.start();
  let newest = '';
  const look = () => {
    const element = document.querySelector(selector);
    const code = element?.textContent ?? '';
    if (element === null || code === '' || code === newest) return;
    newest = code;
    waiting = { code, element };
    requestAnimationFrame(() => channel.port2.postMessage(null, []));
  };
  function isSeen(element: Element): boolean {
    const { top, bottom } = element.getBoundingClientRect();
    return element.checkVisibility({ opacityProperty: true }) && top >= 0 && bottom <= window.innerHeight;
  }
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.slowMs += duration;
  }).observe({ type: 'longtask' });
}

/** Runs in the page. */
export function readPaints(): Paints {
  return (window as unknown as { watched: Watched }).watched.paints;
}

/** Runs in the page. */
export function readSlowTasks(): number {
  return (window as unknown as { watched: Watched }).watched.slowMs;
}
