import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * For children whose order changes. React would take out and put in again each of those that one jumps over: that costs
 * the more the more there are, and their animations begin anew. So React gets them in an order that stays, each with its
 * id as `data-id`, and what jumps is moved here, alone.
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
    // The one before it goes further down: its turn comes.
    if (next !== wanted && next?.nextElementSibling === wanted) next = wanted;
    if (next === wanted) next = wanted.nextElementSibling;
    else move(box, wanted, next);
  }
}

/** What is moved keeps its focus and its animations where the browser can do that: Chromium from 133 on. */
function move(box: Element, element: Element, before: Element | null): void {
  if ('moveBefore' in box) box.moveBefore(element, before);
  else (box as ParentNode).insertBefore(element, before);
}
