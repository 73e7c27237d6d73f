import { join } from 'node:path';

/** Where the build puts what main loads at run time; this file ends up in out/main/index.js. */
export const rendererFolder = join(import.meta.dirname, '../renderer');
export const preloadFile = join(import.meta.dirname, '../preload/index.cjs');

const trayFolder = join(import.meta.dirname, '../../build/tray');

/** macOS knows a template image, which it draws in the colour of its bar, by the end of its name. */
export function trayIconFile(platform: NodeJS.Platform): string {
  return join(trayFolder, platform === 'darwin' ? 'trayTemplate.png' : 'tray.png');
}

/** The red dot for so many new codes, 1 at least. */
export function badgeFile(count: number): string {
  return join(trayFolder, `badge-${count > 9 ? 'more' : count}.png`);
}
