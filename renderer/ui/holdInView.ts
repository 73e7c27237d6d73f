const handsOn = ['wheel', 'pointerdown', 'keydown'] as const;

/**
 * Scrolls to an element and holds it in view until the person does something: content above it may still load or be
 * drawn, and would push it away. Returns a function that ends this.
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
