import type { Tunnel } from '../../core/ports.ts';

/** No tunnel at all: messages are read from Twilio's list. */
export function createPolling(): Tunnel {
  return {
    open: async (onState) => onState({ kind: 'polling', state: 'online', url: null, problem: null }),
    close: async () => undefined,
  };
}
