import type { Bridge } from '../electron/contract/api.ts';
import { bridgeName } from '../electron/contract/channels.ts';
import { socketPath, socketProtocol, tokenProtocolPrefix } from '../electron/contract/socket.ts';
import { FrameBridge, inNextFrame } from './frameBridge.ts';
import type { HostBridge } from './hostBridge.ts';
import { SocketBridge } from './socketBridge.ts';
import { takeToken } from './token.ts';

/** Uses the preload's bridge inside the desktop app, otherwise a WebSocket to the host that served this page. */
export function connectBridge(): HostBridge {
  const preload: unknown = Reflect.get(window, bridgeName);
  const bridge = isBridge(preload) ? alwaysOpen(preload) : connectSocket(takeToken(window));
  return new FrameBridge(bridge, inNextFrame);
}

function isBridge(value: unknown): value is Bridge {
  return typeof value === 'object' && value !== null && 'request' in value && 'subscribe' in value;
}

function alwaysOpen(bridge: Bridge): HostBridge {
  return {
    request: (name, input) => bridge.request(name, input),
    subscribe: (event, listener) => bridge.subscribe(event, listener),
    status: () => 'open',
    onStatus: () => () => undefined,
  };
}

function connectSocket(token: string | null): HostBridge {
  const url = new URL(socketPath, window.location.href.replace(/^http/, 'ws'));
  url.hash = '';
  return new SocketBridge({
    connect: token === null ? null : () => new WebSocket(url, [socketProtocol, tokenProtocolPrefix + token]),
    wait: (ms, call) => void setTimeout(call, ms),
  });
}
