const handsOn = ['wheel', 'pointerdown', 'keydown'] as const;

/**
 * Brings an element into view, and holds it there until the person does something: what stands above it may still be on
 * its way, or be drawn only now, and would push it out of view. Answers with what ends the holding.
 */
export function holdInView(element: Element, block: ScrollLogicalPosition): () => void {
  const show = () => element.scrollIntoView({ block });
  const held = new ResizeObserver(show);
  const letGo = () => {
    held.disconnect();
    for (const event of handsOn) window.removeEventListener(event, letGo);
  };
  show();
  held.observe(document.body);
  for (const event of handsOn) window.addEventListener(event, letGo, { once: true });
  return letGo;
}
