import type { Page } from 'playwright';
import type { RequestName } from '../../electron/contract/api.ts';
import type { Result } from '../../electron/contract/errors.ts';
import type { AppState, OwnedNumber } from '../../electron/contract/state.ts';
import { exampleNow } from '../../test/fakes/appState.ts';
import { installFakeBridge, type FakeBridge } from '../../test/fakes/fakeBridge.ts';

declare global {
  interface Window {
    fakeBridge: FakeBridge;
  }
}

/** Drives the fake host inside the page from the outside. */
export class Host {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  // Passed as objects: Playwright's types cannot handle recursive types such as Phrase.
  update(patch: Partial<AppState>): Promise<void> {
    return this.#page.evaluate((given) => window.fakeBridge.update(given as Partial<AppState>), patch as object);
  }

  own(numbers: OwnedNumber[]): Promise<void> {
    return this.#page.evaluate((given) => window.fakeBridge.own(given as OwnedNumber[]), numbers as object);
  }

  /** Without a result, the request is never answered. */
  answer(name: RequestName, result?: Result<unknown>): Promise<void> {
    const call: { name: RequestName; result: unknown } = { name, result };
    return this.#page.evaluate((given) => window.fakeBridge.answer(given.name, given.result as Result<unknown>), call);
  }
}

/** Opens the interface on a host with this state, at the time of the examples. */
export async function openOn(page: Page, origin: string, state: AppState, place?: string): Promise<Host> {
  await page.clock.install({ time: exampleNow });
  await page.addInitScript(installFakeBridge as (state: never) => void, state as never);
  await page.goto(`${origin}/${place === undefined ? '' : `#${place}`}`);
  return new Host(page);
}
