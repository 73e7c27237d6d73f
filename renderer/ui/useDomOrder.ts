import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * For children whose order changes. When one child jumps, React would remove and reinsert all that it passes: that is
 * slow for many children and restarts their animations. So React gets them in a constant order, each with its id as
 * `data-id`, and only the jumping child is moved here.
 */
export function useDomOrder<E extends Element>(ids: readonly string[]): RefObject<E | null> {
  const box = useRef<E>(null);
  useLayoutEffect(() => {
    if (box.current !== null) arrange(box.current, ids);
  });
  return box;
}

function arrange(box: Element, ids: readonly string[]): void {
  const elements = new Map([...box.children].map((element) => [element.getAttribute('data-id'), element]));
  let next = box.firstElementChild;
  for (const id of ids) {
    const wanted = elements.get(id);
    if (wanted === undefined) continue;
    // The element before it moves further down later.
    if (next !== wanted && next?.nextElementSibling === wanted) next = wanted;
    if (next === wanted) next = wanted.nextElementSibling;
    else move(box, wanted, next);
  }
}

/** Keeps the element's focus and animations if the browser can do that: Chromium since 133. */
function move(box: Element, element: Element, before: Element | null): void {
  if ('moveBefore' in box) box.moveBefore(element, before);
  else (box as ParentNode).insertBefore(element, before);
}
