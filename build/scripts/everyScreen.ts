import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { openOn } from './screenHost.ts';
import { serveRenderer } from './serveRenderer.ts';
import { scenes, type Scene } from './scenes.ts';

/** The looks that each screen is shown in. `zoomed`: a window of 1100 px at 200 %. */
const looks = [
  { name: 'light', colorScheme: 'light', width: 1100, height: 760, scale: 1 },
  { name: 'dark', colorScheme: 'dark', width: 1100, height: 760, scale: 1 },
  { name: 'light-480', colorScheme: 'light', width: 480, height: 860, scale: 1 },
  { name: 'dark-480', colorScheme: 'dark', width: 480, height: 860, scale: 1 },
  { name: 'light-zoomed', colorScheme: 'light', width: 550, height: 380, scale: 2 },
] as const;

/** A page mostly waits, so a few at once take no longer than one. */
const atATime = 4;

type Look = (typeof looks)[number];

/**
 * Takes a picture of every screen of the interface in every designed state, on a fake host; with `prefixes`, only the
 * screens whose names begin with one of them. Returns the number of pictures.
 */
export async function everyScreen(
  browser: Browser,
  rendererFolder: string,
  folder: string,
  prefixes: readonly string[],
): Promise<number> {
  const wanted = scenes.filter(
    ({ name }) => prefixes.length === 0 || prefixes.some((prefix) => name.startsWith(prefix)),
  );
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const server = await serveRenderer(rendererFolder);
  try {
    const waiting = looks.flatMap((look) =>
      wanted.map((scene) => () => take(browser, server.origin, folder, scene, look)),
    );
    const worker = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await next();
    };
    await Promise.all(Array.from({ length: atATime }, worker));
  } finally {
    await server.close();
  }
  return looks.length * wanted.length;
}

async function take(browser: Browser, origin: string, folder: string, scene: Scene, look: Look): Promise<void> {
  const { colorScheme, width, height, scale } = look;
  const context = await browser.newContext({
    colorScheme,
    viewport: { width, height },
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
    locale: scene.locale ?? 'en-US',
  });
  const page = await context.newPage();
  await show(page, origin, scene);
  const path = join(folder, `${scene.name}-${look.name}.png`);
  await page.screenshot({ path, animations: 'disabled', fullPage: scene.isWhole ?? false });
  await context.close();
}

async function show(page: Page, origin: string, { name, state, place, act }: Scene): Promise<void> {
  const host = await openOn(page, origin, state, place);
  await page.locator('main, .setup, [role=dialog]').first().waitFor();
  await act?.(page, host).catch((error: unknown) => {
    throw new Error(`The screen “${name}” could not be shown.`, { cause: error });
  });
  // Pictures, and parts that load only when needed.
  await page.locator('[data-pending]').first().waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
}
