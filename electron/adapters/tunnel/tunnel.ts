import type { Logger, Tunnel, TunnelConfig } from '../../core/ports.ts';
import { createNgrokTunnel } from './ngrok.ts';
import { createPolling } from './polling.ts';
import { createUrlTunnel } from './url.ts';

/** The tunnel of the wanted kind. `production` refuses a public URL without https. */
export function createTunnel(config: TunnelConfig, production: boolean, log: Logger): Tunnel {
  switch (config.kind) {
    case 'ngrok':
      return createNgrokTunnel(config, log);
    case 'url':
      return createUrlTunnel(config, production);
    case 'polling':
      return createPolling();
  }
}
