import { toFailure } from '../contract/errors.ts';
import type { ReceptionKind, Settings } from '../contract/settings.ts';
import type { TunnelState } from '../contract/state.ts';
import type { Sessions } from './connection.ts';
import type { Events } from './events.ts';
import type { Keyring } from './keyring.ts';
import type { CorePorts, Credentials, Ports, Tunnel, TunnelConfig } from './ports.ts';
import type { Preferences } from './preferences.ts';
import { englishLine } from '../contract/words/english.ts';

/** How long a purchase waits for a tunnel that is connecting. */
const connectingPatienceMs = 8_000;

/** How many earlier public URLs are still accepted. */
const urlsKept = 5;

/** Where Twilio calls us. */
export interface WebhookAddress {
  /** The URL at which webhooks arrive now; null while none can. */
  webhookUrl(): string | null;
  /** The same, after waiting a moment while the tunnel connects. */
  settledWebhookUrl(): Promise<string | null>;
  /** Every webhook URL of this run, newest first: a message may still come through an earlier one. */
  givenUrls(): string[];
}

export interface ReceptionDeps {
  ports: CorePorts & Pick<Ports, 'environment' | 'tunnel'>;
  preferences: Preferences;
  keyring: Pick<Keyring, 'ngrokToken'>;
  sessions: Sessions;
  /** See WebhookGate. */
  instance: string;
  events: Events;
}

/** How messages come in: chooses the tunnel, opens it, and knows the webhook's public URL. */
export class Reception {
  #deps: ReceptionDeps;
  #tunnel: Tunnel | null = null;
  #state: TunnelState = { kind: 'polling', state: 'off', url: null, problem: null };
  #waiting = new Set<() => void>();
  #given: string[] = [];
  /** Lets an opening notice that another step came in between. */
  #step = 0;

  constructor(deps: ReceptionDeps) {
    this.#deps = deps;
  }

  /** See WebhookGate. */
  get instance(): string {
    return this.#deps.instance;
  }

  get state(): TunnelState {
    return this.#state;
  }

  webhookUrl(): string | null {
    return webhookUrlOf(this.#state);
  }

  /** Every webhook URL of this run, newest first: a message may still come through an earlier one. */
  givenUrls(): string[] {
    return this.#given;
  }

  /** The webhook's URL, after waiting a moment while the tunnel connects. */
  async settledWebhookUrl(): Promise<string | null> {
    if (this.#state.state === 'connecting') await this.#noLongerConnecting();
    return this.webhookUrl();
  }

  /** Before there is an account to open a tunnel for: shows at once if the wanted one can never be opened. */
  foresee(localUrl: string): void {
    this.#become({ kind: this.#state.kind, state: 'off', url: null, problem: null });
    this.#made(tunnelConfig(this.#deps, localUrl));
  }

  /** Opens the tunnel that settings and environment ask for, replacing the open one. */
  async open(localUrl: string): Promise<void> {
    const step = (this.#step += 1);
    await this.#shut();
    if (step !== this.#step) return;
    const config = tunnelConfig(this.#deps, localUrl);
    const tunnel = this.#made(config);
    this.#tunnel = tunnel;
    if (!tunnel) return;
    const onState = (state: TunnelState) => {
      if (this.#tunnel !== tunnel) return;
      this.#become(state);
      if (config.kind === 'ngrok' && state.state === 'online')
        this.#deps.events.emit('ngrokAccepted', config.ngrokToken);
    };
    onState({ kind: config.kind, state: 'connecting', url: null, problem: null });
    await tunnel.open(onState).catch((thrown: unknown) => {
      if (this.#tunnel === tunnel) this.#failed(config, thrown);
    });
  }

  /** null when it can never be opened. */
  #made(config: TunnelConfig): Tunnel | null {
    try {
      return this.#deps.ports.tunnel(config);
    } catch (thrown) {
      this.#failed(config, thrown);
      return null;
    }
  }

  #failed({ kind }: TunnelConfig, thrown: unknown): void {
    const problem = toFailure(thrown);
    this.#deps.ports.log.warn(englishLine(problem));
    this.#become({ kind, state: 'failed', url: null, problem });
  }

  async close(): Promise<void> {
    this.#step += 1;
    await this.#shut();
  }

  async #shut(): Promise<void> {
    const tunnel = this.#tunnel;
    this.#tunnel = null;
    this.#become({ kind: this.#state.kind, state: 'off', url: null, problem: null });
    await tunnel
      ?.close()
      .catch((thrown: unknown) => this.#deps.ports.log.error('The tunnel could not be closed.', thrown));
  }

  #become(state: TunnelState): void {
    this.#state = state;
    const url = this.webhookUrl();
    if (url && url !== this.#given[0])
      this.#given = [url, ...this.#given.filter((given) => given !== url)].slice(0, urlsKept);
    if (state.state !== 'connecting') for (const wake of [...this.#waiting]) wake();
    this.#deps.events.emit('tunnelChanged', state);
  }

  async #noLongerConnecting(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = this.#deps.ports.clock.after(connectingPatienceMs, resolve);
    this.#waiting.add(resolve);
    await promise;
    this.#waiting.delete(resolve);
    cancel();
  }
}

/** The URL that Twilio is given, with /webhook; null while there is none. */
export function webhookUrlOf({ kind, state, url }: TunnelState): string | null {
  // A user's own URL that cannot be reached from here may still be reachable from the internet.
  const isGiven = state === 'online' || (kind === 'url' && state === 'degraded');
  return isGiven && url ? `${url}/webhook` : null;
}

function tunnelConfig(deps: ReceptionDeps, localUrl: string): TunnelConfig {
  const { environment } = deps.ports;
  const settings = deps.preferences.current();
  const session = deps.sessions.current();
  // The emulator calls the listener itself.
  const isEmulated = session?.emulated != null;
  const publicUrl = isEmulated ? localUrl : (environment.publicUrl ?? settings.publicUrl);
  const ngrokToken = deps.keyring.ngrokToken();
  const ngrokDomain = environment.ngrokDomain ?? settings.ngrokDomain;
  const ngrokRootCas = environment.ngrokRootCas ?? settings.ngrokRootCas;
  const wanted = receptionKind(environment.reception, settings.reception, publicUrl, ngrokToken);
  const kind = isEmulated ? 'url' : session && !canVerify(session.credentials) ? 'polling' : wanted;
  return { kind, publicUrl, ngrokToken, ngrokDomain, ngrokRootCas, localUrl, instance: deps.instance };
}

/** Whether webhooks can be told from others: Twilio signs them with the Auth Token, never with an API key. */
export function canVerify({ authToken }: Credentials): boolean {
  return authToken !== undefined;
}

/** The way in: from the environment, else from Settings, else the best available. */
export function receptionKind(
  fromEnvironment: ReceptionKind | null,
  fromSettings: Settings['reception'],
  publicUrl: string | null,
  ngrokToken: string | null,
): ReceptionKind {
  if (fromEnvironment) return fromEnvironment;
  if (fromSettings !== 'auto') return fromSettings;
  if (publicUrl) return 'url';
  return ngrokToken ? 'ngrok' : 'polling';
}
