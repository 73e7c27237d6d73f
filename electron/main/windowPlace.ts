import type { Rectangle } from 'electron';
import { z } from 'zod';

const whole = z.number().int();

/** Where the window was while it was neither maximised nor minimised. */
export const placeSchema = z.object({
  bounds: z.object({ x: whole, y: whole, width: whole.positive(), height: whole.positive() }),
  maximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof placeSchema>;

export const smallest = { width: 480, height: 480 };
const usual = { width: 1120, height: 760 };

/**
 * Where to open the window: where it was if a display still shows that place, else in the middle of the first display.
 * It fits wholly on its display. `areas`: the part of each display that no bar or dock covers.
 */
export function fitInto(bounds: Rectangle | null, areas: readonly Rectangle[]): Rectangle {
  const wanted = bounds ?? { x: 0, y: 0, ...usual };
  const home = bounds === null ? undefined : best(bounds, areas);
  const area = home ?? areas[0];
  if (area === undefined) return wanted;
  const width = Math.min(Math.max(wanted.width, smallest.width), area.width);
  const height = Math.min(Math.max(wanted.height, smallest.height), area.height);
  if (home === undefined) {
    const middle = (at: number, room: number, size: number) => at + Math.round((room - size) / 2);
    return { x: middle(area.x, area.width, width), y: middle(area.y, area.height, height), width, height };
  }
  const x = Math.min(Math.max(wanted.x, area.x), area.x + area.width - width);
  const y = Math.min(Math.max(wanted.y, area.y), area.y + area.height - height);
  return { x, y, width, height };
}

/** The area that shows most of it, if any does. */
function best(bounds: Rectangle, areas: readonly Rectangle[]): Rectangle | undefined {
  const [first] = areas.toSorted((a, b) => shared(bounds, b) - shared(bounds, a));
  return first !== undefined && shared(bounds, first) > 0 ? first : undefined;
}

function shared(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}
