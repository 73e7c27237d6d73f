import { useEffect, useState, type RefObject } from 'react';

/** After so long without a movement of the pointer, nobody is about to click. In milliseconds. */
export const stillMs = 3000;

/**
 * Follows `wanted`, but not while the pointer is at work in the box: nothing is to move away from under it. A pointer
 * that leaves or rests is not in the way.
 */
export function useCalm<T>(wanted: T, box: RefObject<HTMLElement | null>): T {
  const [shown, setShown] = useState(wanted);
  const isInTheWay = shown !== wanted && box.current?.matches(':hover') === true;
  // Right away, before anything of it is drawn.
  if (shown !== wanted && !isInTheWay) setShown(wanted);
  useEffect(() => {
    const element = box.current;
    if (!isInTheWay || element === null) return;
    const become = () => setShown(wanted);
    let timer = setTimeout(become, stillMs);
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(become, stillMs);
    };
    element.addEventListener('pointermove', wait);
    element.addEventListener('pointerleave', become);
    return () => {
      clearTimeout(timer);
      element.removeEventListener('pointermove', wait);
      element.removeEventListener('pointerleave', become);
    };
  }, [box, isInTheWay, wanted]);
  return shown;
}
