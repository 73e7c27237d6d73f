import { join } from 'node:path';

/** Where the build puts what main loads at run time. This file ends up in out/main/index.js. */
export const rendererFolder = join(import.meta.dirname, '../renderer');
export const preloadFile = join(import.meta.dirname, '../preload/index.cjs');

const trayFolder = join(import.meta.dirname, '../../build/tray');

/** macOS draws an image in the colour of its bar if the name ends in Template. */
export function trayIconFile(platform: NodeJS.Platform): string {
  return join(trayFolder, platform === 'darwin' ? 'trayTemplate.png' : 'tray.png');
}

/** The red dot for the number of new codes, at least 1. */
export function badgeFile(count: number): string {
  return join(trayFolder, `badge-${count > 9 ? 'more' : count}.png`);
}
