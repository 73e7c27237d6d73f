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

/** The fake host inside the page, driven from outside of it. */
export class Host {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  update(patch: Partial<AppState>): Promise<void> {
    return this.#page.evaluate((given) => window.fakeBridge.update(given), patch);
  }

  own(numbers: OwnedNumber[]): Promise<void> {
    return this.#page.evaluate((given) => window.fakeBridge.own(given), numbers);
  }

  /** Without a result the request stays without an answer. */
  answer(name: RequestName, result?: Result<unknown>): Promise<void> {
    return this.#page.evaluate((given) => window.fakeBridge.answer(given.name, given.result), { name, result });
  }
}

/** Opens the interface on a host with this state, at the examples' instant. */
export async function openOn(page: Page, origin: string, state: AppState, place?: string): Promise<Host> {
  await page.clock.install({ time: exampleNow });
  await page.addInitScript(installFakeBridge, state);
  await page.goto(`${origin}/${place === undefined ? '' : `#${place}`}`);
  return new Host(page);
}
