import { rmSync } from 'node:fs';
import type { ApiServer } from '../../api/server.ts';
import { readToken } from '../../api/token.ts';
import { appError, toFailure } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';
import type { App } from '../../core/app.ts';
import type { Shown } from '../team/shown.ts';
import { followSetting } from './followSetting.ts';

const say = phrases.host;

export interface ApiSwitchOptions {
  app: Shown;
  showApi: App['showApi'];
  tokenFile: string;
  serve(): Promise<ApiServer>;
  copy(text: string): Promise<void>;
}

/** Serves the automation API while Settings ask for it, one step after the other however fast the switch is turned. */
export class ApiSwitch {
  readonly #options: ApiSwitchOptions;
  #server: ApiServer | null = null;
  #wanted = false;
  #last: Promise<void> = Promise.resolve();

  constructor(options: ApiSwitchOptions) {
    this.#options = options;
    followSetting(options.app, 'apiEnabled', false, (enabled) => {
      this.#wanted = enabled;
      void this.#enqueue(() => this.#settle());
    });
  }

  /** Makes the old token worthless, and cuts off whoever is connected with it. */
  rotateToken(): Promise<void> {
    return this.#enqueue(async () => {
      await this.#stop();
      rmSync(this.#options.tokenFile, { force: true });
      await this.#settle();
    });
  }

  /** Rejects with NOT_FOUND before the API has been on. */
  async copyToken(): Promise<void> {
    const token = readToken(this.#options.tokenFile);
    if (token) return this.#options.copy(token);
    throw appError('NOT_FOUND', say.noApiToken, say.noApiTokenHint);
  }

  /** For the end of the app. */
  close(): Promise<void> {
    this.#wanted = false;
    return this.#enqueue(() => this.#settle());
  }

  #enqueue(step: () => Promise<void>): Promise<void> {
    const done = this.#last.then(step);
    // A failed step does not hold up the next one.
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Does what is wanted by now. Never rejects: the page shows why it failed. */
  async #settle(): Promise<void> {
    if (!this.#wanted) return this.#stop();
    if (this.#server) return;
    const { serve, showApi } = this.#options;
    try {
      this.#server = await serve();
      const { url, takenPort } = this.#server;
      showApi({ url, takenPort, problem: null });
    } catch (thrown) {
      showApi({ url: null, takenPort: null, problem: toFailure(thrown) });
    }
  }

  async #stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    await server?.close();
    this.#options.showApi({ url: null, takenPort: null, problem: null });
  }
}
