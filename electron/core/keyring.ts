import { z } from 'zod';
import { AppError, appError } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';
import type { CredentialsState } from '../contract/state.ts';
import type { EnvironmentOverrides } from './environmentOverrides.ts';
import type { Credentials, Logger, SecretName, SecretStore } from './ports.ts';
import { englishLine } from '../contract/words/english.ts';

const say = phrases.host;

type Source = CredentialsState['ngrokToken'];

interface Held {
  value: string;
  source: Exclude<Source, 'none'>;
}

const credentialsShape = z.object({ accountSid: z.string(), authToken: z.string() });

/** The secrets of this run: from the environment, from the safe store, or given for this run only. None leaves the core. */
export class Keyring {
  #store: SecretStore;
  #log: Logger;
  #held = new Map<SecretName, Held>();
  #fromEnvironment: ReadonlySet<SecretName>;
  /** An ngrok token that is to be kept as soon as ngrok has let us in with it. */
  #unproven: string | null = null;
  #state: CredentialsState | null = null;

  constructor(store: SecretStore, environment: EnvironmentOverrides, log: Logger) {
    this.#store = store;
    this.#log = log;
    if (environment.credentials) this.#hold('twilio', JSON.stringify(environment.credentials), 'environment');
    if (environment.ngrokToken) this.#hold('ngrok', environment.ngrokToken, 'environment');
    this.#fromEnvironment = new Set(this.#held.keys());
  }

  /** Reads what was remembered; what cannot be read counts as not there, and is said in the log. */
  async load(): Promise<void> {
    for (const name of ['twilio', 'ngrok'] as const) {
      if (this.#held.has(name)) continue;
      const value = await this.#store.read(name).catch((thrown: unknown) => {
        const why = thrown instanceof AppError ? ` ${englishLine(thrown.failure)}` : '';
        this.#log.error(`The stored ${name} secret could not be read.${why}`, why === '' ? thrown : undefined);
        return null;
      });
      if (value !== null) this.#hold(name, value, 'stored');
    }
  }

  credentials(): Credentials | null {
    const held = this.#held.get('twilio');
    if (!held) return null;
    const parsed = credentialsShape.safeParse(parseJson(held.value));
    return parsed.success ? parsed.data : null;
  }

  ngrokToken(): string | null {
    return this.#held.get('ngrok')?.value ?? null;
  }

  /** The same object as long as nothing changes. */
  state(): CredentialsState {
    const source = this.credentials() ? this.#source('twilio') : 'none';
    const state = { source, storage: this.#store.storage, ngrokToken: this.#source('ngrok') };
    if (this.#state && JSON.stringify(state) === JSON.stringify(this.#state)) return this.#state;
    return (this.#state = state);
  }

  /** Takes the credentials for this run, and for the next too when `remember` is set. */
  async setCredentials(credentials: Credentials, remember: boolean): Promise<void> {
    await this.#set('twilio', JSON.stringify(credentials), remember);
  }

  /**
   * Takes the token for this run. With `remember` it is kept for the next too, once ngrok has let us in with it (see
   * `ngrokAccepted`); what was kept before stays until then.
   */
  async setNgrokToken(token: string, remember: boolean): Promise<void> {
    this.assertOurs('ngrok');
    // Rejects, as it would later with nobody there to be told.
    if (remember && this.#store.storage === 'unavailable') await this.#store.write('ngrok', token);
    if (!remember) await this.#store.remove('ngrok');
    this.#unproven = remember ? token : null;
    this.#hold('ngrok', token, 'session');
  }

  /** ngrok has let us in with this token: now it is kept, if that was wanted. Answers whether it was. */
  async ngrokAccepted(token: string | null): Promise<boolean> {
    if (token === null || token !== this.#unproven) return false;
    this.#unproven = null;
    await this.#store.write('ngrok', token);
    if (this.ngrokToken() === token) this.#hold('ngrok', token, 'stored');
    return true;
  }

  /** Wipes a secret from memory and disk. Rejects with CONFLICT when it comes from the environment. */
  async forget(name: SecretName): Promise<void> {
    this.assertOurs(name);
    if (name === 'ngrok') this.#unproven = null;
    await this.#store.remove(name);
    this.#held.delete(name);
  }

  /** Wipes every secret from memory and disk; what the environment sets goes on for this run. */
  async forgetAll(): Promise<void> {
    this.#unproven = null;
    for (const name of ['twilio', 'ngrok'] as const) {
      await this.#store.remove(name);
      if (!this.#fromEnvironment.has(name)) this.#held.delete(name);
    }
  }

  /** Throws CONFLICT when the environment sets this secret, because it would win again at the next start. */
  assertOurs(name: SecretName): void {
    if (!this.#fromEnvironment.has(name)) return;
    const variables = name === 'twilio' ? say.twilioVariables : say.ngrokVariable;
    throw appError('CONFLICT', say.fromEnvironment({ variables }), say.fromEnvironmentHint({ variables }));
  }

  async #set(name: SecretName, value: string, remember: boolean): Promise<void> {
    this.assertOurs(name);
    if (remember) await this.#store.write(name, value);
    else await this.#store.remove(name);
    this.#hold(name, value, remember ? 'stored' : 'session');
  }

  #hold(name: SecretName, value: string, source: Held['source']): void {
    this.#held.set(name, { value, source });
  }

  #source(name: SecretName): Source {
    return this.#held.get(name)?.source ?? 'none';
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
