import type { RequestName } from './api.ts';
import type { Push } from './events.ts';
import type { Result } from './errors.ts';

/**
 * The contract over a WebSocket, for the browser user interface of the headless host. The token travels as a
 * subprotocol (`token.<TOKEN>`), because a URL would end up in logs.
 */
export const socketPath = '/ui/socket';
export const socketProtocol = 'otp-dock';
export const tokenProtocolPrefix = 'token.';

/** With these codes the host closes the connection of somebody whom it does not serve. */
export const refusedCodes = { wrongToken: 4401, namedToken: 4403 } as const;

export interface SocketRequest {
  id: number;
  name: RequestName;
  input: unknown;
}

export type SocketReply = { id: number; result: Result<unknown> } | Push;

/** Where the user interface signs in, renews its session and signs out. */
export const sessionPath = '/v1/session';

/** Who keeps what a browser signed in with: the browser, as a cookie; or the page, which keeps the token for its tab. */
export const sessionKept = { cookie: 'cookie', page: 'page' } as const;
export type SessionKept = (typeof sessionKept)[keyof typeof sessionKept];
