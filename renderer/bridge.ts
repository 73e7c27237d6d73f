import type { Bridge } from '../electron/contract/api.ts';
import { bridgeName } from '../electron/contract/channels.ts';
import {
  sessionKept,
  sessionPath,
  socketPath,
  socketProtocol,
  tokenProtocolPrefix,
} from '../electron/contract/socket.ts';
import { FrameBridge, inNextFrame } from './frameBridge.ts';
import type { HostBridge } from '../electron/contract/hostBridge.ts';
import { SocketBridge } from '../electron/contract/socketBridge.ts';
import { askToSignIn, askToSignOut } from '../electron/contract/signIn.ts';
import { tokenIn } from './session.ts';
import { keepToken, takeToken } from './token.ts';

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

/** How often a page that is open has its session last longer. Milliseconds. */
const renewEach = 3_600_000;

/** A browser gets a cookie only by https; elsewhere the page keeps the token for its tab. */
function connectSocket(given: string | null): HostBridge {
  const url = new URL(socketPath, window.location.href.replace(/^http/, 'ws'));
  url.hash = '';
  const hasCookie = window.location.protocol === 'https:';
  let token = given;
  const keep = (next: string | null) => {
    token = next;
    keepToken(next, sessionStorage);
  };
  const bridge = new SocketBridge({
    connect: () => {
      if (token === null && !hasCookie) return null;
      return new WebSocket(url, [socketProtocol, ...(token === null ? [] : [tokenProtocolPrefix + token])]);
    },
    wait: (ms, call) => void setTimeout(call, ms),
  });
  const renew = () => void fetch(sessionPath).catch(() => undefined);
  if (hasCookie) setInterval(renew, renewEach);
  const ask = (path: string, init: RequestInit) => fetch(path, init);
  bridge.session = {
    signIn: async (pasted) => {
      const wanted = tokenIn(pasted);
      const answer = await askToSignIn(wanted, ask);
      if (answer !== sessionKept.cookie && answer !== sessionKept.page) return answer;
      keep(answer === sessionKept.page ? wanted : null);
      bridge.restart();
      return null;
    },
    signOut: hasCookie
      ? async () => {
          await askToSignOut(ask);
          keep(null);
          bridge.restart();
        }
      : null,
  };
  return bridge;
}
