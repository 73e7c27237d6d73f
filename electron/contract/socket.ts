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

export interface SocketRequest {
  id: number;
  name: RequestName;
  input: unknown;
}

export type SocketReply = { id: number; result: Result<unknown> } | Push;
