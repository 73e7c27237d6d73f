import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type { FakeMenu } from './menu.ts';
import { strict } from './strict.ts';

/** An icon beside the clock. Nobody sees it; the controls record its menu and its tip. */
export class FakeTray extends EventEmitter {
  constructor(icon: string) {
    super();
    if (!existsSync(icon)) throw new Error(`Failed to load image from path '${icon}'`);
    return strict('Tray', this);
  }

  setContextMenu(_menu: FakeMenu | null): void {}

  setToolTip(_tip: string): void {}
}
