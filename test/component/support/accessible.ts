import axe from 'axe-core';
import { commands, page, type Locator } from 'vitest/browser';
import { expect } from 'vitest';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Both themes and both layouts. A rule broken in one of the other two pairs is also broken in one of these. */
const looks = [
  { colorScheme: 'light', width: 1100 },
  { colorScheme: 'dark', width: 480 },
] as const;

type Look = (typeof looks | typeof allLooks)[number];

/** Every width that the interface is made for, in either theme by turns; 720 px is a window of 1440 px at 200 %. */
export const allLooks = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 1100 },
  { colorScheme: 'light', width: 720 },
  { colorScheme: 'dark', width: 480 },
  { colorScheme: 'dark', width: 1440 },
  { colorScheme: 'light', width: 1100 },
  { colorScheme: 'dark', width: 720 },
  { colorScheme: 'light', width: 480 },
] as const;

/**
 * Expects the page, or a part of it, to break no rule, in both themes and both layouts. Give a part when another test
 * covers the rest: axe takes seconds for a page as long as the settings.
 */
export async function expectAccessible(part?: Locator, inLooks: readonly Look[] = looks): Promise<void> {
  for (const { colorScheme, width } of inLooks) {
    await Promise.all([page.viewport(width, 800), commands.emulateMedia({ colorScheme, reducedMotion: 'reduce' })]);
    await expect.poll(() => document.documentElement.dataset['mantineColorScheme']).toBe(colorScheme);
    expectNoSideways();
    await expectNoViolations(part?.element());
  }
}

/** Expects no violation of WCAG 2.2 AA that axe can detect. */
export async function expectNoViolations(within: Node = document): Promise<void> {
  // The heading of a part appears only once the part has loaded.
  await expect.poll(() => document.querySelector('[data-pending]')).toBeNull();
  // Elements half under the bar would count as too small.
  window.scrollTo(0, 0);
  const { violations } = await axe.run(within, {
    runOnly: tags,
    rules: { 'label-content-name-mismatch': { enabled: true } },
    resultTypes: ['violations'],
    selectors: false,
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

/** Expects that the page does not scroll sideways. */
export function expectNoSideways(): void {
  expect(document.documentElement.scrollWidth - window.innerWidth).toBeLessThanOrEqual(0);
}
