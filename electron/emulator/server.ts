import express from 'express';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rotateToken } from './auth.ts';
import { addKey } from './apiKeys.ts';
import { buildCatalogue } from './catalogue.ts';
import type { Capture } from './carrier/captured.ts';
import { advanceClock, controlApi } from './control.ts';
import { addPapers, type PapersInput } from './controlPapers.ts';
import { createCourier } from './courier.ts';
import type { Faults } from './faults.ts';
import type { Papers } from './papers.ts';
import { isLoopback, originOf, ownNameOnly } from './reach.ts';
import { receiveSms, type IncomingSms, type SmsReceipt } from './receiveSms.ts';
import { restApi } from './restApi.ts';
import { isSid, newSid, newToken } from './sids.ts';
import type { ApiKey, EmulatorState } from './state.ts';
import { applyFaults, createWorld, snapshot } from './world.ts';

export interface EmulatorOptions {
  /** Port; 0 for any free one. Default 4010. */
  port?: number;
  /**
   * IP address. Default 127.0.0.1, where requests have to name this machine. On another than loopback they may name any
   * host, and `/_emulator` stays for callers on loopback.
   */
  host?: string;
  /** Sent with every answer. */
  headers?: Readonly<Record<string, string>>;
  /** `AC` and 32 hex digits. Random by default. */
  accountSid?: string;
  /** Random by default. */
  authToken?: string;
  /** An API key that the account has from the start: a Standard key unless `type` says otherwise. */
  apiKey?: { sid: string; secret: string; type?: ApiKey['type'] } | undefined;
  /** Milliseconds since the epoch, for every date that the emulator writes; what the clock was moved by is added. Default `Date.now`. */
  now?: () => number;
  /**
   * Makes the emulator the carrier of an app under test: the account sends from any number, short code, name or
   * Messaging Service to any number, and each message is handed over here before the API answers 201. If that fails, the
   * API answers 503 and nothing is sent. Without it, the account sends from its own numbers alone.
   */
  capture?: Capture;
  /** Gets one line per REST request: method, path without query, status. By default nothing is logged. */
  log?: (line: string) => void;
  /** Called when a fault of `Faults.messages` was set or is over. */
  faultsChanged?: () => void;
}

export interface Emulator {
  /** Where programs on this machine reach it, `http://127.0.0.1:PORT` by default, in place of https://api.twilio.com, https://pricing.twilio.com and https://numbers.twilio.com. */
  readonly baseUrl: string;
  readonly accountSid: string;
  /** The current auth token. */
  readonly authToken: string;
  /** Like `POST /_emulator/sms`: resolves once the webhooks have been called; rejects with a TwilioError, e.g. 404. */
  sendSms(sms: IncomingSms): Promise<SmsReceipt>;
  /** Like `POST /_emulator/faults`: merges; throws a TwilioError (400) for an invalid value. */
  setFaults(faults: Partial<Faults>): void;
  /** What {@link setFaults} has set, less what is over. A copy. */
  faults(): Faults;
  /** Like `POST /_emulator/clock`: adds whole seconds to the clock, 0 to ten years; else throws a TwilioError (400). */
  advanceClock(seconds: number): void;
  /** Like `POST /_emulator/token`: the old auth token is rejected from now on. Returns the new one. */
  rotateToken(): string;
  /** Like `POST /_emulator/papers`: adds bundles and addresses; throws a TwilioError (400) for an invalid one. */
  addPapers(papers: PapersInput): Papers;
  /** A copy of everything that happened. */
  state(): EmulatorState;
  /** Cuts every connection and aborts deliveries under way. */
  close(): Promise<void>;
}

/**
 * Starts a stand-in for Twilio: its REST API for numbers, messages, prices and usage, and signed webhooks for incoming
 * messages.
 * @throws Error when the port is taken (code EADDRINUSE), the address is none of this machine's (EADDRNOTAVAIL), or the
 * account SID is invalid.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { port = 4010, accountSid = newSid('AC'), authToken = newToken(), now = Date.now } = options;
  const { capture = null, log = () => {}, host = '127.0.0.1', headers = {} } = options;
  if (!isSid(accountSid, 'AC')) throw new Error(`Not an account SID (AC and 32 hexadecimal digits): ${accountSid}`);
  const world = createWorld(accountSid, authToken, buildCatalogue(), now, options.faultsChanged);
  if (options.apiKey) addKey(world, options.apiKey);
  const server = createServer();
  const origin = (): string => originOf(server.address() as AddressInfo);
  const courier = createCourier(world, origin);
  const closing = new AbortController();
  const context = { world, courier, capture, log };

  const control = express().disable('x-powered-by').disable('etag').use('/_emulator', controlApi(context));
  const rest = restApi({ ...context, origin, closing: closing.signal });
  const named = isLoopback(host) ? ownNameOnly(rest) : rest;
  server.on('request', (req, res) => {
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
    (isControl(req.url) ? control : named)(req, res);
  });
  await listen(server, port, host);

  return {
    baseUrl: origin(),
    accountSid,
    get authToken() {
      return world.authToken;
    },
    sendSms: (sms) => receiveSms(context, sms),
    setFaults: (faults) => applyFaults(world, faults),
    faults: () => structuredClone(world.faults),
    advanceClock: (advanceSeconds) => advanceClock(context, { advanceSeconds }),
    rotateToken: () => rotateToken(world, {}),
    addPapers: (papers) => structuredClone(addPapers(world, papers)),
    state: () => snapshot(world),
    close: () => {
      closing.abort();
      courier.cancel();
      return closeServer(server);
    },
  };
}

function isControl(url = ''): boolean {
  return /^\/_emulator(?:[/?]|$)/i.test(url);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, port, host)));
  server.listen(port, host, resolve);
  return promise;
}

function listenError(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code !== 'EADDRINUSE') return error;
  const message = `Port ${port} on ${host} is already in use; choose another, or 0 for any free one`;
  return Object.assign(new Error(message), { code: error.code });
}

function closeServer(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  // The only error here means that the server is already closed, which is what we want.
  server.close(() => resolve());
  server.closeAllConnections();
  return promise;
}
