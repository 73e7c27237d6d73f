import type { Config, Listener } from '@ngrok/ngrok';
import { appError } from '../../contract/errors.ts';
import type { TunnelState } from '../../contract/state.ts';
import type { Cancel, Clock, Logger, Tunnel, TunnelConfig } from '../../core/ports.ts';
import { systemClock } from '../systemClock.ts';
import { explainNgrok } from './ngrokErrors.ts';

/** A first connection that failed is tried again: a laptop may start before its network. Milliseconds. */
const firstRetryMs = 15_000;
const longestRetryMs = 300_000;

export interface NgrokParts {
  forward?: Forward;
  clock?: Clock;
}

type Forward = (options: Config) => Promise<Pick<Listener, 'url' | 'close'>>;

/** A tunnel through ngrok, to the webhook listener and nothing else. The agent reconnects by itself; we say so. */
export function createNgrokTunnel(
  { localUrl, ngrokToken, ngrokDomain }: TunnelConfig,
  log: Logger,
  parts: NgrokParts = {},
): Tunnel {
  const { forward = forwardByAgent, clock = systemClock } = parts;
  let listener: Pick<Listener, 'url' | 'close'> | null = null;
  let closed = false;
  let cancelRetry: Cancel = () => undefined;

  async function connect(authtoken: string, say: Say, failures: number): Promise<void> {
    const options = { addr: new URL(localUrl).host, authtoken, ...(ngrokDomain ? { domain: ngrokDomain } : {}) };
    try {
      const opened = await forward({
        ...options,
        onStatusChange: (status) => onStatus(status, listener?.url() ?? null, say),
      });
      if (closed) return await opened.close();
      listener = opened;
      say({ state: 'online', url: opened.url() });
    } catch (thrown) {
      const problem = explainNgrok(thrown);
      log.warn(`ngrok: ${problem.message} ${problem.hint}`);
      say({ state: 'failed', problem });
      if (closed || !problem.retryable) return;
      const wait = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(failures, 10));
      cancelRetry = clock.after(wait, () => void connect(authtoken, say, failures + 1));
    }
  }

  return {
    open: async (onState) => {
      if (!ngrokToken) throw noToken();
      // Not awaited: a start-up must not wait for the network.
      void connect(
        ngrokToken,
        (state) => {
          if (!closed) onState({ kind: 'ngrok', state: 'connecting', url: null, problem: null, ...state });
        },
        0,
      );
    },
    close: async () => {
      closed = true;
      cancelRetry();
      await listener?.close();
    },
  };
}

type Say = (state: Partial<TunnelState>) => void;

// Loaded here, because its native part may be missing on this machine and only this way in needs it.
const forwardByAgent: Forward = async (options) => (await import('@ngrok/ngrok')).forward(options);

// The agent tells one of two words: "closed" when the connection is lost, "connected" when it is back.
function onStatus(status: string, url: string | null, say: Say): void {
  if (status === 'connected') {
    if (url) say({ state: 'online', url });
    return;
  }
  const problem = appError(
    'TUNNEL_FAILED',
    'The connection to ngrok was lost.',
    'It is being restored; until then messages are read from Twilio’s list.',
    { retryable: true },
  );
  say({ state: 'degraded', problem: problem.failure });
}

function noToken(): Error {
  return appError(
    'TUNNEL_FAILED',
    'There is no ngrok authtoken.',
    'Enter it in Settings (from dashboard.ngrok.com/get-started/your-authtoken), or choose another way to receive messages.',
  );
}
