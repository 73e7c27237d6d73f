import { commands, type Locator } from 'vitest/browser';
import { expect } from 'vitest';

/** Presses keys as Playwright names them, such as `ControlOrMeta+n`; on this element, else on what has the focus. */
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

/** Marks the text of an element, as a person does with the mouse. */
export async function selectText(locator: Locator): Promise<void> {
  await expect.element(locator).toBeVisible();
  window.getSelection()?.selectAllChildren(locator.element());
}

/** What is inside of an element by a CSS selector: for markup that no role or text leads to. */
export function inside(locator: Locator, selector: string): Element[] {
  return [...locator.element().querySelectorAll(selector)];
}

/** The text of each element, in their order; each run of white space is one space. */
export function texts(locator: Locator): string[] {
  return locator.elements().map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
}

/** The inputs with which a request was made, in order. */
export function inputs(host: { calls: readonly { name: string; input: unknown }[] }, name: string): unknown[] {
  return host.calls.filter((call) => call.name === name).map(({ input }) => input);
}

/** Types a text, key by key, into what has the focus. */
export function type(text: string): Promise<void> {
  return commands.type(text);
}
