import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium, type Page } from 'playwright';
import { chromiumOptions } from '../../test/e2e/harness/chromium.ts';

const folder = resolve(import.meta.dirname, '..');
const icon = readFileSync(resolve(folder, 'icon.svg'), 'utf8');

/** What macOS draws in the colour of its bar: the bubble of the icon in black, with its dots cut out. */
function template(svg: string): string {
  const bubble = /<path[^>]* d="([^"]+)"/.exec(svg)?.[1];
  const dots = /<g [^>]*>([\s\S]*?)<\/g>/.exec(svg)?.[1];
  if (bubble === undefined || dots === undefined) throw new Error('icon.svg has no bubble with dots any more.');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="8 8 48 48">
    <mask id="dots"><rect width="64" height="64" fill="#fff" /><g fill="#000">${dots}</g></mask>
    <path mask="url(#dots)" d="${bubble}" />
  </svg>`;
}

/** A red dot with a count, for the Windows task bar. */
function badge(count: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
    <circle cx="16" cy="16" r="16" fill="#c92a2a" />
    <text x="16" y="23" fill="#fff" font-family="sans-serif" font-weight="700" font-size="20" text-anchor="middle">${count}</text>
  </svg>`;
}

async function draw(page: Page, svg: string, size: number, name: string): Promise<void> {
  await page.setViewportSize({ width: size, height: size });
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setContent(
    `<style>body { margin: 0 } img { display: block }</style><img width="${size}" height="${size}" src="${source}">`,
  );
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  writeFileSync(resolve(folder, name), await page.screenshot({ omitBackground: true }));
}

/**
 * Draws from build/icon.svg: build/icon.png, of which electron-builder makes the icons of every platform, and
 * build/tray/, the small ones that the running app shows.
 */
async function main(): Promise<void> {
  mkdirSync(resolve(folder, 'tray'), { recursive: true });
  const browser = await chromium.launch(chromiumOptions());
  const page = await browser.newPage();
  await draw(page, icon, 1024, 'icon.png');
  await draw(page, template(icon), 16, 'tray/trayTemplate.png');
  await draw(page, template(icon), 32, 'tray/trayTemplate@2x.png');
  await draw(page, icon, 16, 'tray/tray.png');
  await draw(page, icon, 32, 'tray/tray@2x.png');
  for (let count = 1; count <= 9; count += 1) await draw(page, badge(String(count)), 32, `tray/badge-${count}.png`);
  await draw(page, badge('9+'), 32, 'tray/badge-more.png');
  await browser.close();
}

await main();
