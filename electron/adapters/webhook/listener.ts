import type { Server } from 'node:http';
import type { Clock, Logger, WebhookListener } from '../../core/ports.ts';
import { closeServer, listenOnLoopback } from '../loopback.ts';
import { createSignatureCheck } from '../twilio/signature.ts';
import { createWebhookApp } from './webhookApp.ts';

/** Slow senders are cut off: Twilio itself gives the whole exchange 15 s. */
const requestTimeoutMs = 10_000;
const headersTimeoutMs = 5_000;

/** The webhook listener on loopback, at the wanted port or the next free one. */
export function createWebhookListener(portWanted: number, clock: Clock, log: Logger): WebhookListener {
  let server: Server | null = null;
  return {
    open: async (gate) => {
      const app = createWebhookApp({ gate, log, now: () => clock.now(), isSigned: createSignatureCheck() });
      const listening = await listenOnLoopback(app, portWanted);
      server = listening.server;
      server.requestTimeout = requestTimeoutMs;
      server.headersTimeout = headersTimeoutMs;
      const { port } = listening;
      if (portWanted !== 0 && port !== portWanted)
        log.warn(`Port ${portWanted} is in use; webhooks are received on port ${port}.`);
      return { localUrl: `http://localhost:${port}`, port, portWanted: portWanted === 0 ? port : portWanted };
    },
    close: async () => {
      if (server) await closeServer(server);
    },
  };
}
