import { once } from 'node:events';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { WebSocket, type ClientOptions } from 'ws';
import { readEnvironment } from '../../electron/adapters/environment.ts';
import type { Lease, Message } from '../../electron/contract/state.ts';
import type { Emulator } from '../../electron/emulator/server.ts';
import { startHeadless, type HeadlessHost, type HeadlessOptions } from '../../electron/headless/host.ts';
import { emulatorForTest, freePort, listLogger, tempFolder, type OnEnd } from '../adapters/harness.ts';

export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

export interface TestHost {
  emulator: Emulator;
  dataDir: string;
  log: string[];
  /** The one that runs now. */
  host: HeadlessHost;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** What a GET answers, which has to be 200. */
  get<T>(path: string): Promise<T>;
  /** Takes a number of the United States, the emulator's cheapest. */
  lease(input?: Record<string, unknown>): Promise<Lease>;
  /** Closes it and starts it again on the same data folder. */
  restart(): Promise<void>;
}

export interface HostOptions {
  variables?: NodeJS.ProcessEnv;
  emulator?: Emulator;
  dataDir?: string;
  options?: Partial<HeadlessOptions>;
  onEnd?: OnEnd;
}

/** A real host with an emulated account, whose webhook the emulator can call. */
export async function hostForTest({
  variables = {},
  emulator,
  onEnd = onTestFinished,
  dataDir = tempFolder(onEnd),
  options = {},
}: HostOptions = {}): Promise<TestHost> {
  const account = emulator ?? (await emulatorForTest({}, onEnd));
  const log = listLogger();
  const start = async (): Promise<HeadlessHost> => {
    const environment = readEnvironment({ ...(await variablesFor(account, dataDir)), ...variables });
    return startHeadless({ environment, version: '1.2.3', log, rendererFolder: null, ...options });
  };
  const own: TestHost = {
    emulator: account,
    dataDir,
    log: log.lines,
    host: await start(),
    call: (method, path, body, headers) => callApi(own.host, method, path, body, headers),
    get: async <T>(path: string) => {
      const { status, body } = await own.call('GET', path);
      expect(status, JSON.stringify(body)).toBe(200);
      return body as T;
    },
    lease: async (input = {}) => {
      const { status, body } = await own.call('POST', '/v1/leases', { country: 'US', type: 'local', ...input });
      expect(body).not.toHaveProperty('error');
      expect(status).toBe(201);
      return body as Lease;
    },
    restart: async () => {
      await own.host.close();
      own.host = await start();
    },
  };
  onEnd(() => own.host.close());
  return own;
}

/** Each test may have a host of its own, and its parts by their names. */
export const it = test
  .extend('own', () => hostForTest())
  .extend('emulator', ({ own }) => own.emulator)
  .extend('host', ({ own }) => own.host)
  .extend('call', ({ own }) => own.call)
  .extend('get', ({ own }) => own.get)
  .extend('lease', ({ own }) => own.lease);

/** One for all tests of a file or a `describe`, which leave it as they found it. */
export function hostForAll(options: HostOptions = {}): () => TestHost {
  const ends: Parameters<OnEnd>[0][] = [];
  let shared: TestHost;
  beforeAll(async () => {
    shared = await hostForTest({ ...options, onEnd: (end) => void ends.unshift(end) });
  });
  afterAll(async () => {
    for (const end of ends.splice(0)) await end();
  });
  return () => shared;
}

async function variablesFor({ accountSid, authToken, baseUrl }: Emulator, dataDir: string): Promise<NodeJS.ProcessEnv> {
  const port = await freePort();
  return {
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_API_BASE_URL: baseUrl,
    OTP_DOCK_DATA_DIR: dataDir,
    PORT: String(port),
    OTP_DOCK_API_PORT: '0',
    OTP_DOCK_TUNNEL: 'url',
    WEBHOOK_BASE_URL: `http://127.0.0.1:${port}`,
  };
}

async function callApi(
  { ready, token }: HeadlessHost,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(ready.api + path, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isText = response.headers.get('content-type')?.startsWith('text/');
  const parsed: unknown = isText ? text : text === '' ? null : JSON.parse(text);
  return { status: response.status, headers: response.headers, body: parsed };
}

/** Asserts a refusal in the API's form. */
export function expectRefusal({ status, body }: Answer, expected: number, code: string): void {
  expect(body).toEqual({
    error: {
      code,
      message: expect.stringMatching(/\w/),
      hint: expect.stringMatching(/\w/),
      retryable: expect.any(Boolean),
      twilio: expect.toSatisfy((value) => value === null || typeof value === 'object'),
    },
  });
  expect(status).toBe(expected);
}

interface Happening {
  type: 'message' | 'lease' | 'state';
  cursor: string;
  /** Of the first event: whether what was missed comes, all of it. */
  complete?: boolean;
  message?: Message;
  lease?: Lease;
  state?: {
    account: { kind: string };
    leases: Lease[];
    messages: Message[];
    tunnel: { state: string };
    polling: boolean;
  };
}

export interface Feed<T> {
  /** All that was said so far. */
  all: T[];
  /** The first that fits of what was said or will be. */
  until(fits: (said: T) => boolean | undefined): Promise<T>;
  socket: WebSocket;
}

/** Listens to a socket that speaks JSON, once it is open. */
export async function feedOf<T>(socket: WebSocket): Promise<Feed<T>> {
  const [all, waiting]: [T[], Set<(said: T) => void>] = [[], new Set()];
  socket.on('message', (data) => {
    const said = JSON.parse(String(data)) as T;
    all.push(said);
    for (const look of waiting) look(said);
  });
  await once(socket, 'open');
  const until: Feed<T>['until'] = (fits) => {
    const { promise, resolve } = Promise.withResolvers<T>();
    const look = (said: T) => void (fits(said) && (resolve(said), waiting.delete(look)));
    waiting.add(look);
    for (const said of all) look(said);
    return promise;
  };
  return { all, until, socket };
}

/** What `WS /v1/events` tells; with the cursor of an event, also what came after that. */
export async function eventsOf({ ready, token }: HeadlessHost, after?: string): Promise<Feed<Happening>> {
  const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
  return feedOf(openSocket(ready.api, `/v1/events${query}`, [`token.${token}`]));
}

/** The code with which a socket is closed. */
export async function closeOf(socket: WebSocket): Promise<number> {
  return ((await once(socket, 'close')) as [number])[0];
}

/** Why a socket does not open. */
export async function refusalOf(socket: WebSocket): Promise<string> {
  return ((await once(socket, 'error')) as [Error])[0].message;
}

/** A number that was on the account before, with the settings that its owner gave it. */
export async function numberOfOwner(
  { accountSid, authToken, baseUrl }: Emulator,
  settings: Record<string, string> = {},
): Promise<{ sid: string; number: string }> {
  const response = await fetch(`${baseUrl}/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers.json`, {
    method: 'POST',
    body: new URLSearchParams({ PhoneNumber: '+14155550120', FriendlyName: 'hotline', ...settings }),
    headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
  });
  const { sid, phone_number: number } = (await response.json()) as { sid: string; phone_number: string };
  return { sid, number };
}

export function openSocket(
  api: string,
  path: string,
  protocols: string[] = [],
  options: ClientOptions = {},
): WebSocket {
  const socket = new WebSocket(api.replace('http', 'ws') + path, protocols, options);
  onTestFinished(() => socket.terminate());
  return socket;
}
