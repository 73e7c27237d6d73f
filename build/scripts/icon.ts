import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium, type Page } from 'playwright';
import { chromiumOptions } from '../../test/e2e/harness/chromium.ts';
import { icnsFile, icnsSizes, icoFile, icoSizes, type Drawing } from './iconFiles.ts';

const folder = resolve(import.meta.dirname, '..');
const icon = readFileSync(resolve(folder, 'icon.svg'), 'utf8');

/** The template that macOS draws in its menu bar's colour: the icon's bubble in black, with the dots cut out. */
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
  writeFileSync(resolve(folder, name), (await drawing(page, svg, size)).png);
}

async function drawing(page: Page, svg: string, size: number): Promise<Drawing> {
  await page.setViewportSize({ width: size, height: size });
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setContent(
    `<style>body { margin: 0 } img { display: block }</style><img width="${size}" height="${size}" src="${source}">`,
  );
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  const png = await page.screenshot({ omitBackground: true });
  return { size, png, pixels: Buffer.from(await page.evaluate(pixelsOf, png.toString('base64')), 'base64') };
}

/** Runs in the page. Returns a PNG's pixels as red, green, blue and alpha. */
async function pixelsOf(png: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  return btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(''));
}

/** One PNG for each size that Linux desktops look for. */
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/** Draws the icons of the installers and the installed app, so that electron-builder's own tools need not make them. */
async function drawAppIcons(page: Page): Promise<void> {
  mkdirSync(resolve(folder, 'icons'), { recursive: true });
  const drawings: Drawing[] = [];
  for (const size of new Set([...linuxSizes, ...icoSizes, ...icnsSizes]))
    drawings.push(await drawing(page, icon, size));
  for (const { size, png } of drawings) writeFileSync(resolve(folder, `icons/${size}x${size}.png`), png);
  writeFileSync(resolve(folder, 'icon.ico'), icoFile(drawings));
  writeFileSync(resolve(folder, 'icon.icns'), icnsFile(drawings));
}

/**
 * Draws everything from build/icon.svg: the app's icons for every platform (build/icons/, icon.ico, icon.icns) and the
 * small ones that the running app shows (build/tray/).
 */
async function main(): Promise<void> {
  mkdirSync(resolve(folder, 'tray'), { recursive: true });
  const browser = await chromium.launch(chromiumOptions());
  const page = await browser.newPage();
  await drawAppIcons(page);
  await draw(page, template(icon), 16, 'tray/trayTemplate.png');
  await draw(page, template(icon), 32, 'tray/trayTemplate@2x.png');
  await draw(page, icon, 16, 'tray/tray.png');
  await draw(page, icon, 32, 'tray/tray@2x.png');
  for (let count = 1; count <= 9; count += 1) await draw(page, badge(String(count)), 32, `tray/badge-${count}.png`);
  await draw(page, badge('9+'), 32, 'tray/badge-more.png');
  await browser.close();
}

await main();
