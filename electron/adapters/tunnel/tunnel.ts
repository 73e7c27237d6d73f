import type { Clock, Logger, Tunnel, TunnelConfig } from '../../core/ports.ts';
import type { PublicProbe } from '../../core/publicProbe.ts';
import { createNgrokTunnel } from './ngrok.ts';
import type { Forward } from './ngrokAgent.ts';
import { createUrlTunnel } from './url.ts';

export interface TunnelParts {
  probe: Pick<PublicProbe, 'instance'>;
  forward: Forward;
  clock: Clock;
  log: Logger;
  /** 0 to 1, exclusive of 1: spreads retries. */
  random?(): number;
}

/** The configured kind of tunnel. Throws TUNNEL_FAILED for an unusable public URL; `production` requires https. */
export function createTunnel(config: TunnelConfig, production: boolean, parts: TunnelParts): Tunnel {
  switch (config.kind) {
    case 'ngrok':
      return createNgrokTunnel(config, parts);
    case 'url':
      return createUrlTunnel(config, production, parts);
    case 'polling':
      return createPolling();
  }
}

/** No tunnel at all: messages are read from Twilio's list. */
function createPolling(): Tunnel {
  return {
    open: async (onState) => onState({ kind: 'polling', state: 'online', url: null, problem: null }),
    close: async () => undefined,
  };
}
