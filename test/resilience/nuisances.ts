import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { RefusalReason } from '../../electron/contract/reception.ts';
import { accountSid, authToken, formOf, params, sign, type Params } from '../adapters/webhook/harness.ts';

/** A request that nobody is to take, and as what it may be refused. */
export interface Nuisance {
  reasons: RefusalReason[];
  path?: string;
  init(): RequestInit & { duplex?: 'half' };
}

const form = 'application/x-www-form-urlencoded';
const tooLong = 'x'.repeat(70_000);

function post(body: BodyInit, headers: Record<string, string> = {}): RequestInit {
  return { method: 'POST', body, headers: { 'content-type': form, ...headers } };
}

/** `real`: what is signed here would be taken if it were a message to this account. */
export function nuisances(real: { authToken: string; url: string }): Nuisance[] {
  const unsigned: RefusalReason[] = ['signature', 'tooMany'];
  const signed = (parameters: Params, url: string, token: string) =>
    post(formOf(parameters), { 'x-twilio-signature': sign(parameters, url, token) });
  return [
    { reasons: unsigned, init: () => post(formOf(params)) },
    { reasons: unsigned, init: () => post(formOf(params), { 'x-twilio-signature': 'nonsense' }) },
    { reasons: unsigned, init: () => signed(params, real.url, authToken) },
    { reasons: unsigned, init: () => signed(params, 'https://hooks.example/other', real.authToken) },
    { reasons: ['malformed'], init: () => signed(params, real.url, real.authToken) },
    { reasons: ['malformed'], init: () => signed({ AccountSid: accountSid }, real.url, real.authToken) },
    { reasons: ['malformed'], init: () => post('no archive', { 'content-encoding': 'gzip' }) },
    { reasons: ['wrongPath'], path: '/', init: () => signed(params, real.url, real.authToken) },
    { reasons: ['wrongPath'], path: '/v1/leases', init: () => ({}) },
    { reasons: ['wrongPath'], init: () => ({ method: 'GET' }) },
    { reasons: ['wrongPath'], init: () => ({ ...post(formOf(params)), method: 'PUT' }) },
    { reasons: ['wrongType'], init: () => post('{}', { 'content-type': 'application/json' }) },
    { reasons: ['wrongType'], init: () => post('x', { 'content-encoding': 'unheard-of' }) },
    { reasons: ['tooLarge'], init: () => post(tooLong) },
    { reasons: ['tooLarge'], init: () => ({ ...post(new Blob([tooLong]).stream()), duplex: 'half' }) },
  ];
}

const head = `POST /webhook HTTP/1.1\r\nHost: x\r\nContent-Type: ${form}\r\n`;

export interface Unfinished {
  text: string;
  /** It has all of its headers: the app knows of it. */
  known: boolean;
}

/** What senders write who then wait for ever. */
export const unfinished: readonly Unfinished[] = [
  { text: '', known: false },
  { text: head, known: false },
  { text: `${head}Content-Length: 100\r\n\r\nBody=1`, known: true },
  { text: `${head}Transfer-Encoding: chunked\r\n\r\n6\r\nBody=1\r\n`, known: true },
];

/** A connection that stays half open. */
export async function hang(origin: string, text: string): Promise<Socket> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1').on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  socket.write(text);
  return socket;
}
