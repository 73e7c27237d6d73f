import { join } from 'node:path';

/** Where the build puts what main loads at run time; this file ends up in out/main/index.js. */
export const rendererFolder = join(import.meta.dirname, '../renderer');
export const preloadFile = join(import.meta.dirname, '../preload/index.cjs');
