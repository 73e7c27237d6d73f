import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import twilio from 'twilio';
import type { RequestOptions } from 'twilio/lib/base/RequestClient.js';
import { expect, onTestFinished } from 'vitest';
import { startEmulator, type Emulator, type EmulatorOptions } from '../../electron/emulator/server.ts';

/** An emulator on a free port that is gone when the test is over. */
export async function emulatorForTest(options: EmulatorOptions = {}): Promise<Emulator> {
  const emulator = await startEmulator({ port: 0, ...options });
  onTestFinished(() => emulator.close());
  return emulator;
}

/** The SDK's own HTTP client, sent to the emulator instead of to *.twilio.com. */
class RedirectedClient extends twilio.RequestClient {
  private readonly baseUrl: string;

  constructor(baseUrl: string) {
    super();
    this.baseUrl = baseUrl;
  }

  override request<TData>(options: RequestOptions<TData>) {
    const { pathname, search } = new URL(options.uri);
    return super.request<TData>({ ...options, uri: this.baseUrl + pathname + search });
  }
}

/** The real SDK, with the account's credentials unless others are given. */
export function sdk({
  baseUrl,
  accountSid,
  authToken,
}: Pick<Emulator, 'baseUrl' | 'accountSid' | 'authToken'>): twilio.Twilio {
  return twilio(accountSid, authToken, { httpClient: new RedirectedClient(baseUrl) });
}

/** Status, headers and body of a raw request with the account's credentials. */
export async function call(
  emulator: Emulator,
  path: string,
  init: RequestInit & { form?: Record<string, string> } = {},
) {
  const { form, ...rest } = init;
  const headers = new Headers({
    authorization: basic(emulator.accountSid, emulator.authToken),
    ...(init.headers as Record<string, string>),
  });
  const body = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
  const response = await fetch(
    emulator.baseUrl + path.replace('{account}', `/2010-04-01/Accounts/${emulator.accountSid}`),
    { ...body, ...rest, headers },
  );
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
}

/** Status and body of a control request: POST with a body (JSON, or a text as it stands), else GET. */
export async function control(emulator: Emulator, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const json = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  const init = {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    ...json,
  };
  const response = await fetch(`${emulator.baseUrl}/_emulator/${path}`, init);
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

export function basic(user: string, password: string): string {
  return 'Basic ' + Buffer.from(`${user}:${password}`).toString('base64');
}

/** Asserts a refusal as Twilio words it: status, code, a message and the page about the code. */
export function expectRefusal(
  answer: { status: number; body: Record<string, unknown> },
  status: number,
  code: number,
): void {
  expect(answer.body).toEqual({
    code,
    status,
    message: expect.stringMatching(/\w/),
    more_info: `https://www.twilio.com/docs/errors/${code}`,
  });
  expect(answer.status).toBe(status);
}

export interface Hook {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  params: Record<string, string>;
}

/** A customer's server: keeps what it got and answers what `respond` says. */
export async function webhookServer(respond: (hook: Hook, res: ServerResponse, count: number) => void = accept) {
  const hooks: Hook[] = [];
  const server = createServer((req, res) => {
    void readHook(req).then((hook) => respond(hook, res, hooks.push(hook)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, hooks };
}

export function accept(_hook: Hook, res: ServerResponse): void {
  res.setHeader('content-type', 'text/xml').end('<Response/>');
}

export function refuseWith(status: number): (hook: Hook, res: ServerResponse) => void {
  return (_hook, res) => {
    res.statusCode = status;
    res.end();
  };
}

/** A loopback URL where nobody listens. */
export async function deadUrl(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}

async function readHook(req: IncomingMessage): Promise<Hook> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const { method = '', url: path = '', headers } = req;
  const query = new URL(path, 'http://localhost').searchParams;
  const form = method === 'POST' ? new URLSearchParams(Buffer.concat(chunks).toString('utf8')) : query;
  return { method, path, headers, params: Object.fromEntries(form) };
}

/** Buys the first number of the United States that takes SMS. */
export async function buyUsNumber(emulator: Emulator, settings: Record<string, string> = {}) {
  const client = sdk(emulator);
  const [listing] = await client.availablePhoneNumbers('US').local.list({ smsEnabled: true, limit: 1 });
  if (!listing) throw new Error('No number to buy');
  return client.incomingPhoneNumbers.create({ phoneNumber: listing.phoneNumber, ...settings });
}
