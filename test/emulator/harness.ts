import type { IncomingMessage, ServerResponse } from 'node:http';
import twilio from 'twilio';
import type { RequestOptions } from 'twilio/lib/base/RequestClient.js';
import { expect, test } from 'vitest';
import type { Emulator } from '../../electron/emulator/server.ts';
import { emulatorForTest, freePort, serverForTest } from '../adapters/harness.ts';

export { emulatorForTest };

/** Each test may have an emulator of its own, the real SDK for it, a customer's server, and a number that calls that. */
export const it = test
  .extend('emulator', () => emulatorForTest())
  .extend('client', ({ emulator }) => sdk(emulator))
  .extend('server', () => webhookServer())
  .extend('to', async ({ emulator, server }) => (await buyUsNumber(emulator, { smsUrl: server.url })).phoneNumber);

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

type Account = Pick<Emulator, 'baseUrl' | 'accountSid' | 'authToken'>;

/** The real SDK, with the account's credentials unless others are given. */
export function sdk({ baseUrl, accountSid, authToken }: Account): twilio.Twilio {
  return twilio(accountSid, authToken, { httpClient: new RedirectedClient(baseUrl) });
}

/** The real SDK, with an API key. */
export function sdkWithKey(
  { baseUrl, accountSid }: Omit<Account, 'authToken'>,
  { sid, secret }: { sid: string; secret: string },
): twilio.Twilio {
  return twilio(sid, secret, { accountSid, httpClient: new RedirectedClient(baseUrl) });
}

/** Status, headers and body of a raw request with the account's credentials. */
export async function call(
  { accountSid, authToken, baseUrl }: Account,
  path: string,
  {
    form,
    headers = {},
    ...init
  }: Omit<RequestInit, 'headers'> & {
    form?: Record<string, string>;
    headers?: Record<string, string>;
  } = {},
) {
  const response = await fetch(baseUrl + path.replace('{account}', `/2010-04-01/Accounts/${accountSid}`), {
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    ...init,
    headers: { authorization: basic(accountSid, authToken), ...headers },
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
}

/** Status and body of a control request: POST with a body (JSON, or a text as it stands), else GET. */
export async function control(emulator: Emulator, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${emulator.baseUrl}/_emulator/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
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

/** The same, as the SDK tells of it. */
export async function expectRejection(asked: Promise<unknown>, status: number, code?: number): Promise<void> {
  await expect(asked).rejects.toMatchObject({ status, ...(code !== undefined && { code }) });
}

/** Asserts that the connection was cut before an answer came. */
export async function expectCut(asked: Promise<unknown>): Promise<void> {
  await expect(asked).rejects.toThrow(/socket hang up|ECONNRESET|fetch failed/);
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
  const url = await serverForTest((req, res) => {
    void readHook(req).then((hook) => respond(hook, res, hooks.push(hook)));
  });
  return { url, hooks };
}

export function accept(_hook: Hook, res: ServerResponse): void {
  res.setHeader('content-type', 'text/xml').end('<Response/>');
}

export function refuseWith(status: number): (hook: Hook, res: ServerResponse) => void {
  return (_hook, res) => void res.writeHead(status).end();
}

/** A loopback URL where nobody listens. */
export async function deadUrl(): Promise<string> {
  return `http://127.0.0.1:${await freePort()}`;
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
