import type { Page } from 'playwright';
import type { Bridge, Input, Output, RequestName } from '../../../electron/contract/api.ts';
import type { Result } from '../../../electron/contract/errors.ts';

/** Sends one request as the user interface does. */
export function ask<N extends RequestName>(page: Page, name: N, input?: Input<N>): Promise<Result<Output<N>>> {
  return page.evaluate(
    ([name, input]) =>
      (globalThis as unknown as { otpDock: Bridge }).otpDock.request(name, input as Input<RequestName>),
    [name, input as unknown] as const,
  ) as Promise<Result<Output<N>>>;
}

/** The app's webhook address on this machine. */
export async function webhookOf(page: Page): Promise<string> {
  const state = await ask(page, 'state.get');
  if (!state.ok || state.value.webhook === null) throw new Error('The webhook listener is not there.');
  return state.value.webhook;
}
