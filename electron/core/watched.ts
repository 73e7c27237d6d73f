import { toFailure, type Failure } from '../contract/errors.ts';
import type { Telephony } from './ports.ts';

/** The connection's own calls to check the account. */
const notReported: ReadonlySet<PropertyKey> = new Set(['account', 'balance'] satisfies (keyof Telephony)[]);

/** The same account, with the outcome of each call reported: null when it worked. */
export function watched(telephony: Telephony, report: (failure: Failure | null) => void): Telephony {
  return new Proxy(telephony, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function' || notReported.has(name)) return value;
      return async (...args: unknown[]) => {
        try {
          const answer: unknown = await value.apply(target, args);
          report(null);
          return answer;
        } catch (thrown) {
          report(toFailure(thrown));
          throw thrown;
        }
      };
    },
  });
}
