import { readFile } from 'node:fs/promises';
import { defineBrowserCommand } from '@vitest/browser-playwright';
import type { Page } from 'playwright';

type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>;

/** What only the browser can do for a test. Tests call these through `commands` from `vitest/browser`. */
export const browserCommands = {
  /** Presses keys in Playwright's notation, such as `ControlOrMeta+n`, on the focused element. */
  press: defineBrowserCommand<[keys: string]>(({ page }, keys) => page.keyboard.press(keys)),
  /** Types a text, key by key. */
  type: defineBrowserCommand<[text: string]>(({ page }, text) => page.keyboard.type(text)),
  emulateMedia: defineBrowserCommand<[media: Media]>(({ page }, media) => page.emulateMedia(media)),
  /** The next file that the page saves; call this before the page saves it. */
  nextDownload: defineBrowserCommand<[]>(async ({ page }) => {
    const file = await page.waitForEvent('download');
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  }),
};

type Commands = typeof browserCommands;

declare module 'vitest/browser' {
  interface BrowserCommands {
    press(keys: string): ReturnType<Commands['press']>;
    type(text: string): ReturnType<Commands['type']>;
    emulateMedia(media: Media): ReturnType<Commands['emulateMedia']>;
    nextDownload(): ReturnType<Commands['nextDownload']>;
  }
}
