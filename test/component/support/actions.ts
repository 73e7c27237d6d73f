import { commands, type Locator } from 'vitest/browser';
import { expect } from 'vitest';

/** Presses keys in Playwright's notation, such as `ControlOrMeta+n`, on this element, else on the focused one. */
export async function press(keys: string, on?: Locator): Promise<void> {
  if (on) await focus(on);
  await commands.press(keys);
}

export async function focus(locator: Locator): Promise<void> {
  await expect.element(locator).toBeInTheDocument();
  locator.element().focus();
}

export async function blur(locator: Locator): Promise<void> {
  await expect.element(locator).toBeInTheDocument();
  locator.element().blur();
}

/** Selects the text of an element, as a person would with the mouse. */
export async function selectText(locator: Locator): Promise<void> {
  await expect.element(locator).toBeVisible();
  window.getSelection()?.selectAllChildren(locator.element());
}

/** Elements inside another by CSS selector, for markup without a role or text to find it by. */
export function inside(locator: Locator, selector: string): Element[] {
  return [...locator.element().querySelectorAll(selector)];
}

/** The text of each element, in order; white space is collapsed to single spaces. */
export function texts(locator: Locator): string[] {
  return locator.elements().map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
}

/** The inputs of all requests with this name, in order. */
export function inputs(host: { calls: readonly { name: string; input: unknown }[] }, name: string): unknown[] {
  return host.calls.filter((call) => call.name === name).map(({ input }) => input);
}

/** Types a text, key by key, into the focused element. */
export function type(text: string): Promise<void> {
  return commands.type(text);
}
