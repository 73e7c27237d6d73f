import { AppError, type Failure } from '../../contract/errors.ts';
import type { TunnelState, TunnelStatus } from '../../contract/state.ts';
import type { Cancel, Clock, Logger, Tunnel, TunnelConfig } from '../../core/ports.ts';
import { backoffMs } from '../../core/numbers/backoff.ts';
import type { Forward, NgrokListener } from './ngrokAgent.ts';
import { connectionLost, explainNgrok, noAnswer, noToken } from './ngrokErrors.ts';
import { englishLine } from '../../contract/words/english.ts';

/** Failed connections are retried: a laptop may start before its network. */
const retry = { firstMs: 15_000, longestMs: 300_000 };

/** How long the agent may try to restore a lost connection before we open a new one. Milliseconds. */
const lostPatienceMs = 120_000;

/** When to report that connecting takes too long. Milliseconds. */
const connectPatienceMs = 30_000;

/** How long closing may take: a lost connection may never answer. Milliseconds. */
const closePatienceMs = 5_000;

export interface NgrokParts {
  forward: Forward;
  clock: Clock;
  log: Logger;
  /** 0 to 1, exclusive of 1: spreads retries. */
  random?(): number;
}

/** A tunnel through ngrok, only to the webhook listener. */
export function createNgrokTunnel(config: TunnelConfig, parts: NgrokParts): Tunnel {
  return new NgrokTunnel(config, parts);
}

class NgrokTunnel implements Tunnel {
  readonly #config: TunnelConfig;
  readonly #parts: NgrokParts;
  #tell: (state: TunnelState) => void = () => undefined;
  #listener: NgrokListener | null = null;
  #attempt = 0;
  #failures = 0;
  #lost = false;
  #closed = false;
  #cancelTimer: Cancel = () => undefined;

  constructor(config: TunnelConfig, parts: NgrokParts) {
    this.#config = config;
    this.#parts = parts;
  }

  async open(onState: (state: TunnelState) => void): Promise<void> {
    if (!this.#config.ngrokToken) throw new AppError(noToken);
    this.#tell = onState;
    this.#say({ state: 'connecting', url: null, problem: null });
    // Not awaited: startup must not wait for the network.
    void this.#connect(this.#config.ngrokToken);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelTimer();
    await this.#shut(this.#listener);
  }

  async #connect(authtoken: string): Promise<void> {
    const attempt = ++this.#attempt;
    // The agent's attempt cannot be cancelled, and blocks a second one until it ends: we can only report it.
    this.#wait(connectPatienceMs, () => this.#fail(noAnswer));
    try {
      const opened = await this.#parts.forward({
        ...this.#options(authtoken),
        onStatusChange: (status) => attempt === this.#attempt && this.#onStatus(status, authtoken),
      });
      if (this.#closed) return await this.#shut(opened);
      this.#listener = opened;
      this.#failures = 0;
      this.#online(opened);
    } catch (thrown) {
      this.#retry(explainNgrok(thrown), authtoken);
    }
  }

  #options(authtoken: string) {
    const { localUrl, ngrokDomain, ngrokRootCas } = this.#config;
    return {
      addr: new URL(localUrl).host,
      authtoken,
      ...(ngrokDomain ? { domain: ngrokDomain } : {}),
      ...(ngrokRootCas === 'host' ? { root_cas: 'host' } : {}),
    };
  }

  #retry(problem: Failure, authtoken: string): void {
    this.#fail(problem);
    this.#failures += 1;
    if (!problem.retryable) return this.#cancelTimer();
    this.#wait(
      backoffMs(retry, this.#failures, (this.#parts.random ?? Math.random)()),
      () => void this.#connect(authtoken),
    );
  }

  // The agent reports "closed" when the connection is lost and after each failed attempt to restore it, "connected"
  // when it is back. It also says "closed" if the first connection fails, but we get that error anyway.
  #onStatus(status: string, authtoken: string): void {
    const listener = this.#listener;
    if (!listener || this.#closed) return;
    if (status === 'connected') return this.#online(listener);
    if (this.#lost) return;
    this.#lost = true;
    this.#say({ state: 'degraded', url: null, problem: connectionLost });
    this.#wait(lostPatienceMs, () => void this.#reopen(listener, authtoken));
  }

  async #reopen(lost: NgrokListener, authtoken: string): Promise<void> {
    this.#parts.log.warn('ngrok: the lost connection did not come back; it is opened anew.');
    this.#listener = null;
    this.#lost = false;
    await this.#shut(lost);
    if (!this.#closed) await this.#connect(authtoken);
  }

  #online(listener: NgrokListener): void {
    this.#cancelTimer();
    this.#lost = false;
    const url = listener.url();
    if (url === null) this.#say({ state: 'degraded', url, problem: connectionLost });
    else this.#say({ state: 'online', url, problem: null });
  }

  #fail(problem: Failure): void {
    if (this.#closed) return;
    this.#parts.log.warn(`ngrok: ${englishLine(problem)}`);
    this.#say({ state: 'failed', url: null, problem });
  }

  #say(status: TunnelStatus): void {
    if (!this.#closed) this.#tell({ kind: 'ngrok', ...status });
  }

  #wait(ms: number, call: () => void): void {
    this.#cancelTimer();
    if (!this.#closed) this.#cancelTimer = this.#parts.clock.after(ms, call);
  }

  async #shut(listener: NgrokListener | null): Promise<void> {
    if (!listener) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = this.#parts.clock.after(closePatienceMs, resolve);
    const closing = listener.close().catch(() => this.#parts.log.warn('ngrok: a connection could not be closed.'));
    await Promise.race([closing, promise]);
    cancel();
  }
}
