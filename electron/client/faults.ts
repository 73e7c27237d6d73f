import { OtpDockError } from './errors.ts';
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
    const ended = to === undefined ? [...this.#recipients] : [to];
    await Promise.all(ended.map((recipient) => this.#end(recipient)));
  }

  async #end(to: string | undefined): Promise<void> {
    try {
      await this.#put({ ...(to !== undefined && { to }), faults: [] });
    } catch (thrown) {
      // They ended with capturing.
      if (!(thrown instanceof OtpDockError && thrown.code === 'CONFLICT')) throw thrown;
    }
    this.#recipients.delete(to);
  }

  async #put(body: FaultsRequest): Promise<Fault[]> {
    const call = { method: 'PUT', path: '/v1/capture/faults', body, repeatable: true } as const;
    return (await callHost<{ faults: Fault[] }>(this.#http, call))?.faults ?? [];
  }
}
