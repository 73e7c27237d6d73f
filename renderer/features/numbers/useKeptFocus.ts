import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * When a card becomes a row or back, its focused element keeps the focus and stays in view. One that a row does not
 * show hands the focus to the menu that holds its action.
 */
export function useKeptFocus(ref: RefObject<HTMLElement | null>, isRow: boolean): void {
  const before = useRef(isRow);
  useLayoutEffect(() => {
    const card = ref.current;
    const focused = document.activeElement;
    if (before.current === isRow) return;
    before.current = isRow;
    if (card === null || !card.contains(focused)) return;
    if (focused?.checkVisibility() === false)
      (card.querySelector<HTMLElement>('.lease-more') ?? card).focus({ preventScroll: true });
    card.scrollIntoView({ block: 'nearest' });
  }, [ref, isRow]);
}
