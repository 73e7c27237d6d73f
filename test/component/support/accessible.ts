import axe from 'axe-core';
import { expect } from 'vitest';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** No violation of WCAG 2.2 AA that axe can see. */
export async function expectNoViolations(): Promise<void> {
  // A part that is still being loaded has its heading with it.
  await expect.poll(() => document.querySelector('[data-pending]')).toBeNull();
  // What lies half under the bar would count as too small.
  window.scrollTo(0, 0);
  const { violations } = await axe.run(document, { runOnly: tags });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

/** Nothing is to be scrolled for sideways. */
export function expectNoSideways(): void {
  expect(document.documentElement.scrollWidth - window.innerWidth).toBeLessThanOrEqual(0);
}
