import { useEffect, useRef, type RefObject } from 'react';
import type { useSoughtSetting } from '../../state/usePlace.ts';
import { holdInView } from '../../ui/holdInView.ts';

/** Marks an element as the place of this setting, so that addresses and the search lead to it. */
export function placeFor(setting: string): { 'data-setting': string } {
  return { 'data-setting': setting };
}

type Sought = ReturnType<typeof useSoughtSetting>;

/**
 * Leads to what the address names, within the element that gets `ref`, whenever the address changes. `arrive` does so
 * again.
 */
export function useArrival({ page, setting }: Sought): {
  ref: RefObject<HTMLDivElement | null>;
  arrive: () => void;
} {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => leadTo(ref.current, { page, setting }), [page, setting]);
  return { ref, arrive: () => void leadTo(ref.current, { page, setting }) };
}

/**
 * Focuses the page, or the setting on it, and marks the setting. What is above it may still be loading and would push
 * it away, so it is held in view until the person does something. Returns the function that ends this.
 */
function leadTo(within: Element | null, { page, setting }: Sought): (() => void) | undefined {
  const found = setting === null ? null : within?.querySelector(`[data-setting="${CSS.escape(setting)}"]`);
  const target = found ?? within?.querySelector('[data-section]');
  if (page === null || !target) return undefined;
  found?.toggleAttribute('data-found', true);
  focusIn(target);
  const letGo = holdInView(target, found ? 'center' : 'start');
  return () => {
    found?.removeAttribute('data-found');
    letGo();
  };
}

/** The element itself if it takes the focus, else its first control: a field rather than a link in its description. */
function focusIn(element: Element): void {
  const kinds = ['input:checked', 'input, select, textarea', 'button', 'a'];
  const controls = kinds.flatMap((kind) => element.querySelector(kind) ?? []);
  const control = element.matches('[tabindex], input') ? element : controls[0];
  if (control instanceof HTMLElement) control.focus({ preventScroll: true });
}
