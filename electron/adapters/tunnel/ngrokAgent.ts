import type { Config } from '@ngrok/ngrok';
import type * as ngrokPackage from '@ngrok/ngrok';
import { NgrokNotLoaded, type Machine } from './ngrokErrors.ts';

export interface NgrokListener {
  /** Changes after a reconnect when the account has no domain of its own. */
  url(): string | null;
  close(): Promise<void>;
}

export type Forward = (options: Config) => Promise<NgrokListener>;

/** The part of ngrok's package that we use. */
type Ngrok = Pick<typeof ngrokPackage, 'forward' | 'disconnect'>;

/**
 * The real agent: one per process, because its native part keeps one session. Each connection gets a session of its
 * own, or a new authtoken would not be tried while an old session exists. Loaded at the first connection, as only this
 * tunnel needs it. Rejects with NgrokNotLoaded when it cannot be loaded.
 */
export function createNgrokAgent(
  load: () => Promise<Ngrok> = () => import('@ngrok/ngrok'),
  machine: Machine = process,
): Forward {
  let newest = 0;
  return async (options) => {
    const mine = ++newest;
    const ngrok = await load().catch((thrown: unknown) => {
      throw new NgrokNotLoaded(machine, thrown);
    });
    const listener = await ngrok.forward({ ...options, force_new_session: true });
    return {
      url: () => listener.url(),
      close: async () => {
        await listener.close();
        // Ends the session too. But a newer connection has already replaced it, and must not be ended with it.
        if (mine === newest) await ngrok.disconnect();
      },
    };
  };
}
