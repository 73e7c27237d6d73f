import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow, Rectangle, Screen } from 'electron';
import { z } from 'zod';
import { writePrivateFile } from '../adapters/privateFiles.ts';
import type { Cancel, Clock, Logger } from '../core/ports.ts';
import { fitInto, placeSchema, type WindowPlace } from './windowPlace.ts';

const memorySchema = z.object({
  place: placeSchema.nullable().default(null),
  /** The person was told that closing the window leaves the app running. */
  toldOfTray: z.boolean().default(false),
});
type Memory = z.infer<typeof memorySchema>;

export interface WindowMemoryOptions {
  dataDir: string;
  screen: Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay' | 'on'>;
  clock: Pick<Clock, 'after'>;
  log: Logger;
}

type Watched = Pick<
  BrowserWindow,
  'on' | 'getNormalBounds' | 'isMaximized' | 'isDestroyed' | 'setBounds' | 'isMinimized' | 'isFullScreen'
>;

/** A moving window reports every pixel. */
const settleMs = 500;

/** Remembers the window from start to start, in a file of its own. */
export class WindowMemory {
  readonly #options: WindowMemoryOptions;
  readonly #file: string;
  #memory: Memory;
  #open: Watched | null = null;
  #cancel: Cancel = () => undefined;

  constructor(options: WindowMemoryOptions) {
    this.#options = options;
    this.#file = join(options.dataDir, 'window.json');
    this.#memory = read(this.#file);
    const keepOnScreen = () => this.#open && this.#keepOnScreen(this.#open);
    options.screen.on('display-removed', keepOnScreen);
    options.screen.on('display-metrics-changed', keepOnScreen);
  }

  /** Where to open the window, on the displays of today. */
  place(): WindowPlace {
    const { place } = this.#memory;
    return { bounds: fitInto(place?.bounds ?? null, this.#areas()), maximized: place?.maximized ?? false };
  }

  /** From now on remembers where the window goes, and keeps it on a display. */
  watch(window: Watched): void {
    const remember = () => this.#remember(window);
    const later = () => {
      this.#cancel();
      this.#cancel = this.#options.clock.after(settleMs, remember);
    };
    for (const event of ['resize', 'move', 'maximize', 'unmaximize'] as const) window.on(event as 'resize', later);
    window.on('close', remember);
    this.#open = window;
  }

  /** True only the first time. */
  tellOfTray(): boolean {
    const first = !this.#memory.toldOfTray;
    if (first) this.#write({ ...this.#memory, toldOfTray: true });
    return first;
  }

  #keepOnScreen(window: Watched): void {
    if (window.isDestroyed() || window.isMaximized() || window.isFullScreen()) return;
    const now = window.getNormalBounds();
    const fitted = fitInto(now, this.#areas());
    if (JSON.stringify(fitted) !== JSON.stringify(now)) window.setBounds(fitted);
  }

  #remember(window: Watched): void {
    this.#cancel();
    if (window.isDestroyed()) return;
    this.#write({ ...this.#memory, place: { bounds: window.getNormalBounds(), maximized: window.isMaximized() } });
  }

  #write(memory: Memory): void {
    if (JSON.stringify(memory) === JSON.stringify(this.#memory)) return;
    this.#memory = memory;
    try {
      writePrivateFile(this.#file, JSON.stringify(memory));
    } catch {
      this.#options.log.warn('The place of the window could not be remembered.');
    }
  }

  /** The primary display first. */
  #areas(): Rectangle[] {
    const { screen } = this.#options;
    const primary = screen.getPrimaryDisplay();
    const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
    return [primary, ...others].map(({ workArea }) => workArea);
  }
}

/** A file that is missing or makes no sense counts as empty. */
function read(file: string): Memory {
  try {
    return memorySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return memorySchema.parse({});
  }
}
