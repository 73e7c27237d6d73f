import { OtpDockError, type OtpDockErrorCode } from './errors.ts';
import { callHost, type HttpOptions } from './http.ts';
import type { Fault, FaultInput } from './types.ts';

export interface FaultsRequest {
  /** E.164: only messages to this number; without it, those to everybody. */
  to?: string;
  /** Of several of one kind, the first counts until it is over (`times`). */
  faults: FaultInput[];
}

/** What befalls the messages that the host captures, as far as it was set here. */
export class OwnFaults {
  readonly #http: HttpOptions;
  readonly #recipients = new Set<string | undefined>();

  constructor(http: HttpOptions) {
    this.#http = http;
  }

  async set(request: FaultsRequest): Promise<Fault[]> {
    this.#recipients.add(request.to);
    return this.#put(request);
  }

  async clear(to?: string): Promise<void> {
    if (to !== undefined) return this.#end(to, ['CONFLICT']);
    // A token with a name may not change those of a number whose lease is over, which ended with it.
    await Promise.all([...this.#recipients].map((recipient) => this.#end(recipient, ['CONFLICT', 'FORBIDDEN'])));
  }

  /** With these errors, there is nothing to end: faults end with capturing. */
  async #end(to: string | undefined, over: readonly OtpDockErrorCode[]): Promise<void> {
    try {
      await this.#put({ ...(to !== undefined && { to }), faults: [] });
    } catch (thrown) {
      if (!(thrown instanceof OtpDockError && over.includes(thrown.code))) throw thrown;
    }
    this.#recipients.delete(to);
  }

  async #put(body: FaultsRequest): Promise<Fault[]> {
    const call = { method: 'PUT', path: '/v1/capture/faults', body, repeatable: true } as const;
    return (await callHost<{ faults: Fault[] }>(this.#http, call))?.faults ?? [];
  }
}
