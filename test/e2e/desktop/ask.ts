import type { Page } from 'playwright';
import type { Bridge, Input, Output, RequestName } from '../../../electron/contract/api.ts';
import type { Result } from '../../../electron/contract/errors.ts';

/** One request as the user interface makes it. */
export function ask<N extends RequestName>(page: Page, name: N, input?: Input<N>): Promise<Result<Output<N>>> {
  return askAnything(page, name, input) as Promise<Result<Output<N>>>;
}

/** A request that the contract may not know. */
export function askAnything(page: Page, name: string, input?: unknown): Promise<Result<unknown>> {
  return page.evaluate(
    ([name, input]) => (globalThis as unknown as { otpDock: Bridge }).otpDock.request(name as RequestName, input),
    [name, input] as const,
  );
}
