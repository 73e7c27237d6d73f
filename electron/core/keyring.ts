import { completeCredentials, storedCredentials } from '../contract/credentials.ts';
import { AppError, appError } from '../contract/errors.ts';
import type { Phrase } from '../contract/words/phrase.ts';
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

/** This run's secrets: from the environment, the safe store, or given for this run only. None leaves the core. */
export class Keyring {
  #store: SecretStore;
  #log: Logger;
  #held = new Map<SecretName, Held>();
  #fromEnvironment: ReadonlySet<SecretName>;
  /** An ngrok token to be stored as soon as ngrok accepts it. */
  #unproven: string | null = null;
  #state: CredentialsState | null = null;

  constructor(store: SecretStore, environment: EnvironmentOverrides, log: Logger) {
    this.#store = store;
    this.#log = log;
    if (environment.credentials) this.#hold('twilio', JSON.stringify(environment.credentials), 'environment');
    if (environment.ngrokToken) this.#hold('ngrok', environment.ngrokToken, 'environment');
    this.#fromEnvironment = new Set(this.#held.keys());
  }

  /** Reads the remembered secrets. One that cannot be read is logged and counts as missing. */
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
    return held ? storedCredentials(held.value) : null;
  }

  /** With what else is known of the same account. */
  besideKnown(given: Credentials): Credentials {
    const known = this.credentials();
    const isSame = known?.accountSid === given.accountSid;
    return (isSame && completeCredentials({ ...known, ...given })) || given;
  }

  ngrokToken(): string | null {
    return this.#held.get('ngrok')?.value ?? null;
  }

  /** The same object as long as nothing changes. */
  state(): CredentialsState {
    const credentials = this.credentials();
    const state: CredentialsState = {
      source: credentials ? this.#source('twilio') : 'none',
      storage: this.#store.storage,
      ngrokToken: this.#source('ngrok'),
      ...(credentials?.apiKey && { apiKey: { sid: credentials.apiKey, alone: !credentials.authToken } }),
    };
    if (this.#state && JSON.stringify(state) === JSON.stringify(this.#state)) return this.#state;
    return (this.#state = state);
  }

  /** Uses the credentials for this run, and stores them for the next when `remember` is set. */
  async setCredentials(credentials: Credentials, remember: boolean): Promise<void> {
    await this.#set('twilio', JSON.stringify(credentials), remember);
  }

  /**
   * Uses the token for this run. With `remember` it is stored for the next, once ngrok accepts it (see
   * `ngrokAccepted`); until then, the one stored before stays.
   */
  async setNgrokToken(token: string, remember: boolean): Promise<void> {
    this.assertOurs('ngrok');
    // Rejects now: later there would be nobody to tell.
    if (remember && this.#store.storage === 'unavailable') await this.#store.write('ngrok', token);
    if (!remember) await this.#store.remove('ngrok');
    this.#unproven = remember ? token : null;
    this.#hold('ngrok', token, 'session');
  }

  /** ngrok accepted this token: stores it if that was wanted. Resolves to whether it was. */
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

  /** Wipes every secret from memory and disk; what the environment sets stays in use for this run. */
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
    const variables = this.#variables(name);
    throw appError('CONFLICT', say.fromEnvironment({ variables }), say.fromEnvironmentHint({ variables }));
  }

  #variables(name: SecretName): Phrase {
    if (name === 'ngrok') return say.ngrokVariable;
    return this.credentials()?.apiKey ? say.keyVariables : say.twilioVariables;
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
