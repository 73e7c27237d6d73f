import type { Bridge, Input, Output, RequestName } from '../electron/contract/api.ts';
import { AppError, type Result } from '../electron/contract/errors.ts';

/** The arguments of a request: none if its input is `undefined`. */
export type Args<N extends RequestName> = undefined extends Input<N> ? [] : [input: Input<N>];

/** Every request of the contract, typed. */
export interface Client {
  /** Rejects with an AppError when the host answers with a failure. */
  call<N extends RequestName>(name: N, ...args: Args<N>): Promise<Output<N>>;
}

export function createClient(bridge: Bridge): Client {
  return {
    async call<N extends RequestName>(name: N, ...args: Args<N>) {
      // The contract ties the answer's type to the name; the value itself comes from the host over the bridge.
      const result = (await bridge.request(name, args[0])) as Result<Output<N>>;
      if (!result.ok) throw new AppError(result.error);
      return result.value;
    },
  };
}
