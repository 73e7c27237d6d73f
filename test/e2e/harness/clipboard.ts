import type { Browser } from 'playwright';

/** The system's clipboard, which all pages of a Chromium share. */
export interface Clipboard {
  read(): Promise<string>;
  write(text: string): Promise<void>;
}

const address = 'https://clipboard.electron-double.test/';

/** Uses a page of its own, so that no page under test gets more permissions than it should have. */
export async function openClipboard(browser: Browser): Promise<Clipboard> {
  const context = await browser.newContext({ permissions: [] });
  await context.route(address, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Clipboard</title>' }),
  );
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(address).origin });
  const page = await context.newPage();
  await page.goto(address);
  return {
    read: () => page.evaluate(() => navigator.clipboard.readText()),
    write: (text) => page.evaluate((value) => navigator.clipboard.writeText(value), text),
  };
}
