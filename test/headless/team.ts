import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { request as plainRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request, type RequestOptions } from 'node:https';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { tempFolder } from '../adapters/harness.ts';
import { selfSigned } from '../support/certificate.ts';
import { hostForTest, type HostOptions, type TestHost } from './harness.ts';

export const publicName = 'otp-dock.example';
export const publicUrl = `https://${publicName}`;
export const ownersToken = 'owners-token-that-every-host-knows';

export interface TeamHost extends TestHost {
  /** The port on which it listens. */
  port: number;
  /** Sends a request as if the public name led here. */
  ask(method: string, path: string, headers?: Record<string, string>, body?: unknown): Promise<TeamAnswer>;
  /** A WebSocket in the same way. */
  socket(path: string, protocols: string[], headers?: Record<string, string>): WebSocket;
}

export interface TeamAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** A host that others can reach; it ends TLS, or with `proxied` something in front of it does. */
export async function teamHost({
  proxied = false,
  ...more
}: HostOptions & { proxied?: boolean } = {}): Promise<TeamHost> {
  const { cert, key } = selfSigned(publicName);
  const folder = tempFolder(more.onEnd);
  const files = { OTP_DOCK_TLS_CERT: join(folder, 'cert.pem'), OTP_DOCK_TLS_KEY: join(folder, 'key.pem') };
  writeFileSync(files.OTP_DOCK_TLS_CERT, cert);
  writeFileSync(files.OTP_DOCK_TLS_KEY, key);
  const own = await hostForTest({
    ...more,
    variables: {
      OTP_DOCK_LISTEN: '0.0.0.0',
      OTP_DOCK_API_URL: publicUrl,
      OTP_DOCK_API_TOKEN: ownersToken,
      ...(!proxied && files),
      ...more.variables,
    },
  });
  const port = Number(own.host.ready.listens?.split(':').at(-1));
  const options: RequestOptions = { host: '127.0.0.1', port, ca: cert, servername: publicName };
  return {
    ...own,
    port,
    ask: async (method, path, headers = {}, body) => {
      const send = proxied ? plainRequest : request;
      const sent = send({
        ...options,
        agent: false,
        method,
        path,
        headers: { host: publicName, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      });
      sent.end(body === undefined ? undefined : JSON.stringify(body));
      const [response] = (await once(sent, 'response')) as [IncomingMessage];
      let text = '';
      for await (const chunk of response) text += String(chunk);
      return { status: response.statusCode ?? 0, headers: response.headers, text };
    },
    socket: (path, protocols, headers = {}) => {
      const own = { ca: cert, servername: publicName, headers: { host: publicName, ...headers } };
      const socket = new WebSocket(`${proxied ? 'ws' : 'wss'}://127.0.0.1:${port}${path}`, protocols, own);
      onTestFinished(() => socket.terminate());
      return socket;
    },
  };
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
