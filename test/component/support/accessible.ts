import axe from 'axe-core';
import { commands, page, type Locator } from 'vitest/browser';
import { expect } from 'vitest';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Both themes and both layouts. A rule that is broken in one of the other two pairs is broken in one of these. */
const looks = [
  { colorScheme: 'light', width: 1100 },
  { colorScheme: 'dark', width: 480 },
] as const;

/**
 * What is on the screen, or in a part of it, breaks no rule, in either theme and in either layout. A part is looked at
 * where the rest is that of another test: axe takes seconds for a page as long as the settings.
 */
export async function expectAccessible(part?: Locator): Promise<void> {
  for (const { colorScheme, width } of looks) {
    await Promise.all([page.viewport(width, 800), commands.emulateMedia({ colorScheme, reducedMotion: 'reduce' })]);
    await expect.poll(() => document.documentElement.dataset['mantineColorScheme']).toBe(colorScheme);
    expectNoSideways();
    await expectNoViolations(part?.element());
  }
}

/** No violation of WCAG 2.2 AA that axe can see. */
export async function expectNoViolations(within: Node = document): Promise<void> {
  // A part that is still being loaded has its heading with it.
  await expect.poll(() => document.querySelector('[data-pending]')).toBeNull();
  // What lies half under the bar would count as too small.
  window.scrollTo(0, 0);
  const { violations } = await axe.run(within, { runOnly: tags, resultTypes: ['violations'], selectors: false });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

/** Nothing is to be scrolled for sideways. */
export function expectNoSideways(): void {
  expect(document.documentElement.scrollWidth - window.innerWidth).toBeLessThanOrEqual(0);
}
