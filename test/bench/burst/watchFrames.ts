/** What a page did in a burst, in milliseconds. */
export interface Frames {
  /** From one frame to the next, at most. */
  longestFrame: number;
  /** For how long, at most, the newest code stayed the same. */
  newestStood: number;
  /** The same of the count. */
  countStood: number;
}

interface Watching extends Frames {
  stop: boolean;
}

/** Runs in the page. Looks, in each frame, at the elements that the selectors name. */
export function watchFrames(selectors: { newest: string; count: string }): void {
  const frames: Watching = { longestFrame: 0, newestStood: 0, countStood: 0, stop: false };
  Object.assign(window, { frames });
  const follow = (selector: string) => {
    let [shown, since] = ['', performance.now()];
    return (now: number) => {
      const text = document.querySelector(selector)?.textContent ?? '';
      if (text !== shown) [shown, since] = [text, now];
      return now - since;
    };
  };
  const [newest, count] = [follow(selectors.newest), follow(selectors.count)];
  let before = performance.now();
  const look = (now: number) => {
    if (frames.stop) return;
    frames.longestFrame = Math.max(frames.longestFrame, now - before);
    frames.newestStood = Math.max(frames.newestStood, newest(now));
    frames.countStood = Math.max(frames.countStood, count(now));
    before = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Runs in the page. */
export function readFrames(): Frames {
  const { frames } = window as unknown as { frames: Watching };
  frames.stop = true;
  return frames;
}
