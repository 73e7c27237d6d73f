import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright';
import { chromiumOptions } from '../../test/e2e/harness/chromium.ts';

const size = 1024;
const folder = resolve(import.meta.dirname, '..');

/** Draws build/icon.png from build/icon.svg; electron-builder derives the icons of every platform from it. */
async function main(): Promise<void> {
  const svg = readFileSync(resolve(folder, 'icon.svg')).toString('base64');
  const browser = await chromium.launch(chromiumOptions());
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body { margin: 0 } img { display: block }</style><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${svg}">`,
  );
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  await page.screenshot({ path: resolve(folder, 'icon.png'), omitBackground: true });
  await browser.close();
}

await main();
