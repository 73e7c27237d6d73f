import type { Page } from 'playwright';
import type { RequestName } from '../../../electron/contract/api.ts';
import type { EventName, Events } from '../../../electron/contract/events.ts';
import type { Result } from '../../../electron/contract/errors.ts';
import type { AppState, Message, OwnedNumber } from '../../../electron/contract/state.ts';
import { exampleNow } from '../../fakes/appState.ts';
import { installFakeBridge, type FakeBridge } from '../../fakes/fakeBridge.ts';

declare global {
  interface Window {
    fakeBridge: FakeBridge;
  }
}

/** The fake host inside the page, driven from the test. */
export class Host {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  // As objects: a type that holds itself, as a Phrase does, is too deep for Playwright’s.
  update(patch: Partial<AppState>): Promise<void> {
    return this.#page.evaluate((given) => window.fakeBridge.update(given as Partial<AppState>), patch as object);
  }

  emit<E extends EventName>(event: E, payload: Events[E]): Promise<void> {
    const call: { event: EventName; payload: unknown } = { event, payload };
    return this.#page.evaluate((given) => window.fakeBridge.emit(given.event, given.payload as never), call);
  }

  own(numbers: OwnedNumber[]): Promise<void> {
    return this.#page.evaluate((given) => window.fakeBridge.own(given as OwnedNumber[]), numbers as object);
  }

  receive(message: Message): Promise<void> {
    return this.#page.evaluate((given) => window.fakeBridge.receive(given as Message), message as object);
  }

  keep(messages: Message[]): Promise<void> {
    return this.#page.evaluate((given) => window.fakeBridge.keep(given as Message[]), messages as object);
  }

  /** Without a result the request stays without an answer. */
  answer(name: RequestName, result?: Result<unknown>): Promise<void> {
    const call: { name: RequestName; result: unknown } = { name, result };
    return this.#page.evaluate((given) => window.fakeBridge.answer(given.name, given.result as Result<unknown>), call);
  }

  /** The inputs with which a request was made, in order. */
  inputs(name: RequestName): Promise<unknown[]> {
    return this.#page.evaluate(
      (wanted) => window.fakeBridge.calls.filter((call) => call.name === wanted).map((call) => call.input),
      name,
    );
  }
}

/** Opens the interface on a host with this state, at the examples' instant. */
export async function openOn(page: Page, origin: string, state: AppState, place?: string): Promise<Host> {
  await page.clock.install({ time: exampleNow });
  await page.addInitScript(installFakeBridge as (state: never) => void, state as never);
  await page.goto(`${origin}/${place === undefined ? '' : `#${place}`}`);
  return new Host(page);
}
