import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Pages } from './pages.ts';

/*
 * The process of the double: Electron's main process without Electron. Whoever imports 'electron', the built main or a
 * package that it needs, gets the double.
 */
const root = resolve(import.meta.dirname, '../../..');
const electronDouble = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier === 'electron' || specifier === 'electron/main' ? electronDouble : specifier, context),
});

const { double, default: electron } = await import('./electron.ts');
const { openControls } = await import('./controls.ts');
const { replaceMessageBoxes } = await import('./messageBoxes.ts');
const { openLine } = await import('./line.ts');

const asElectron = electron as unknown as typeof Electron.CrossProcessExports;
const pages = openLine<Pages>(process, [double.chromium, openControls(asElectron), replaceMessageBoxes(asElectron)]);
// The harness is gone, and Chromium with it.
process.on('disconnect', () => process.exit(1));
process.on('SIGTERM', () => double.app.quit());
process.on('SIGINT', () => double.app.quit());

await import(pathToFileURL(join(root, 'out/main/index.js')).href);
if (!double.app.isQuitting()) {
  double.chromium.connect(pages);
  double.app.becomeReady();
}
