import type { RequestListener, Server } from 'node:http';
import { Connections } from '../../adapters/connections.ts';
import { listenOn } from '../../adapters/listen.ts';
import { closeServer } from '../../adapters/loopback.ts';
import type { Network } from '../../adapters/network.ts';
import { noLongerActive } from '../../adapters/postgres/errors.ts';
import { Tls, type TlsParts } from '../../adapters/tls.ts';
import { inEnglish } from '../../contract/words/english.ts';

/** When to ask again. Seconds. */
const retryAfter = '1';

/** Nobody has anything to say here, so a crowd must not use up what the host needs to take over. Milliseconds. */
const limits = { headersTimeout: 5_000, requestTimeout: 10_000, connectionsCheckingInterval: 1_000 };
const connectionLimits = { most: 512, longestLifeMs: 60_000 };

/** What answers at the ports of a host that stands by. */
export class Standby {
  readonly #servers: Server[];
  readonly ports: { api: number; webhook: number };

  private constructor(api: Server, webhook: Server, ports: Standby['ports']) {
    this.#servers = [api, webhook];
    this.ports = ports;
  }

  /** Rejects with PORT_IN_USE, and with INVALID_INPUT for an address or a certificate that cannot be used. */
  static async open(wanted: Standby['ports'], network: Network, parts: TlsParts): Promise<Standby> {
    const tls = network.tls && new Tls(network.tls, parts);
    const api = await listenOn(network.listen, wanted.api, answer, { ...limits, tls, exact: 'OTP_DOCK_API_PORT' });
    const webhook = await listenOn(network.listen, wanted.webhook, answer, { ...limits, exact: 'PORT' }).catch(
      async (thrown: unknown) => {
        await closeServer(api.server, 0);
        throw thrown;
      },
    );
    for (const { server } of [api, webhook]) new Connections(connectionLimits).watch(server);
    return new Standby(api.server, webhook.server, { api: api.port, webhook: webhook.port });
  }

  /** Frees the ports at once. */
  async close(): Promise<void> {
    await Promise.all(this.#servers.map((server) => closeServer(server, 0)));
  }
}

/** GET /health for whoever spreads requests over the hosts; everything else is for the active one. */
const answer: RequestListener = ({ method, url = '' }, response) => {
  const isHealth = method === 'GET' && url.split('?', 1)[0] === '/health';
  const body = isHealth ? { status: 'standby', role: 'standby' } : { error: noLongerActive().failure };
  response.writeHead(503, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'Retry-After': retryAfter,
  });
  response.end(JSON.stringify(body, inEnglish));
};
