import type { Config } from '@ngrok/ngrok';

export interface NgrokListener {
  /** Another after a reconnect, when the account has no domain of its own. */
  url(): string | null;
  close(): Promise<void>;
}

export type Forward = (options: Config) => Promise<NgrokListener>;

/**
 * The real agent: one for the whole program, because its native part keeps one session for it. Each connection takes
 * a session of its own, else a new authtoken would not be tried while an old session is there.
 */
export function createNgrokAgent(): Forward {
  let newest = 0;
  return async (options) => {
    const mine = ++newest;
    // Loaded here, because its native part may be missing on this machine and only this way in needs it.
    const ngrok = await import('@ngrok/ngrok');
    const listener = await ngrok.forward({ ...options, force_new_session: true });
    return {
      url: () => listener.url(),
      close: async () => {
        await listener.close();
        // Ends the session too; a newer connection has replaced it already, and must not be ended with it.
        if (mine === newest) await ngrok.disconnect();
      },
    };
  };
}
