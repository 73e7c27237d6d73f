import type { Server } from 'node:http';
import { isIPv6 } from 'node:net';
import type { Clock, Logger, WebhookListener } from '../../core/ports.ts';
import { Connections, type ConnectionLimits } from '../connections.ts';
import { listenOn } from '../listen.ts';
import { loopbackOnly, type Network } from '../network.ts';
import { closeServer } from '../loopback.ts';
import { createSignatureCheck } from '../twilio/signature.ts';
import { createWebhookApp } from './webhookApp.ts';

/** Limits per sender, so that slow or numerous clients leave room for Twilio. */
export interface ListenerLimits {
  /** For a whole request, including its body. Twilio itself allows 15 s for the exchange. Milliseconds. */
  requestTimeout: number;
  /** From connecting to the end of the headers, even if nothing is sent. Milliseconds. */
  headersTimeout: number;
  /** How often Node checks for timeouts; its own default is 30 s. Milliseconds. */
  connectionsCheckingInterval: number;
  /** A tunnel needs a few; Twilio makes a separate call for each message. */
  connections: ConnectionLimits;
}

const defaultLimits: ListenerLimits = {
  requestTimeout: 10_000,
  headersTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  connections: { most: 512, longestLifeMs: 60_000 },
};

interface ListenerOptions {
  network?: Pick<Network, 'listen' | 'exactPorts'>;
  limits?: ListenerLimits | undefined;
}

/**
 * The webhook listener; on loopback unless another IP address is given, which may be open to all, as only signed
 * requests get anything here.
 */
export function createWebhookListener(
  portWanted: number,
  clock: Clock,
  log: Logger,
  { network: { listen: address, exactPorts } = loopbackOnly, limits = defaultLimits }: ListenerOptions = {},
): WebhookListener {
  const { connections: connectionLimits, ...timeouts } = limits;
  let server: Server | null = null;
  return {
    open: async (gate) => {
      const connections = new Connections(connectionLimits, () => gate.mayHaveMissed());
      const app = createWebhookApp({
        gate,
        log,
        now: () => clock.now(),
        isSigned: createSignatureCheck(),
        vouch: ({ socket }) => connections.vouch(socket, 'trusted'),
      });
      const listening = await listenOn(address, portWanted, app, { ...timeouts, exact: exactPorts ? 'PORT' : null });
      server = listening.server;
      connections.watch(server);
      const { port } = listening;
      if (portWanted !== 0 && port !== portWanted)
        log.warn(`Port ${portWanted} is in use; webhooks are received on port ${port}.`);
      return {
        localUrl: `http://${localName(address)}:${port}`,
        port,
        portWanted: portWanted === 0 ? port : portWanted,
      };
    },
    close: async () => {
      if (server) await closeServer(server);
    },
  };
}

/** By what name programs on this machine reach it. */
function localName(address: string): string {
  if (['127.0.0.1', '0.0.0.0', '::'].includes(address)) return 'localhost';
  return isIPv6(address) ? `[${address}]` : address;
}
