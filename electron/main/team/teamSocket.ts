import tls from 'node:tls';
import { WebSocket } from 'ws';
import { socketPath, socketProtocol, tokenProtocolPrefix } from '../../contract/socket.ts';
import type { SocketLike } from '../../contract/socketBridge.ts';
import type { Team } from '../../contract/team.ts';
import type { Failure } from '../../contract/errors.ts';
import { refusalOf, tokenMissing, troubleOf } from './trouble.ts';

const handshakeMs = 10_000;

/** Bytes; a state with a hundred messages has less than one million. */
const largestState = 16 * 1024 * 1024;

/** Trusts what the system trusts, too, where Node can tell: a company's own authority is known there. */
function authorities(): string[] {
  const told = (kind: 'default' | 'system') => {
    try {
      return tls.getCACertificates(kind);
    } catch {
      return [];
    }
  };
  return [...new Set([...told('default'), ...tls.rootCertificates, ...told('system')])];
}

/** Connects to the team's host; null without a token. `onTrouble` hears why it failed, before the socket closes. */
export function openTeamSocket({ url, token }: Team, onTrouble: (failure: Failure) => void): SocketLike | null {
  if (token === '') {
    onTrouble(tokenMissing(url));
    return null;
  }
  const address = new URL(`${url.replace(/^http/, 'ws')}${socketPath}`);
  const socket = new WebSocket(address, [socketProtocol, tokenProtocolPrefix + token], {
    ...(address.protocol === 'wss:' && { ca: authorities(), rejectUnauthorized: true }),
    handshakeTimeout: handshakeMs,
    maxPayload: largestState,
    perMessageDeflate: false,
  });
  socket.on('error', (thrown) => {
    // One that was let go complains, too.
    if (socket.onclose !== null) onTrouble(troubleOf(url, thrown));
  });
  socket.on('close', (code) => {
    const refusal = refusalOf(url, code);
    if (refusal !== null) onTrouble(refusal);
  });
  // It has the same handlers as a browser's, with events of its own type.
  return socket as unknown as SocketLike;
}
