import { createHmac } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { createWebhookListener, type ListenerLimits } from '../../../electron/adapters/webhook/listener.ts';
import type { RefusalReason } from '../../../electron/contract/reception.ts';
import type { IncomingSms, WebhookGate } from '../../../electron/core/ports.ts';
import { systemClock } from '../../../electron/adapters/systemClock.ts';
import { listLogger } from '../harness.ts';

export const authToken = '0123456789abcdef0123456789abcdef';
export const accountSid = `AC${'a'.repeat(32)}`;
export const publicUrl = 'https://hooks.example/webhook';

/** Twilio's parameters of a message, some of them unknown today. */
export const params: Params = {
  ToCountry: 'IN',
  MessageSid: `SM${'1'.repeat(32)}`,
  SmsSid: `SM${'1'.repeat(32)}`,
  AccountSid: accountSid,
  NumMedia: '0',
  NumSegments: '1',
  From: '+12025550147',
  To: '+919000012345',
  Body: 'Your code is 123456',
  ApiVersion: '2010-04-01',
  SmsStatus: 'received',
};

export type Params = Record<string, string | string[]>;

export interface Listener {
  origin: string;
  received: IncomingSms[];
  refused: RefusalReason[];
  /** How often it was said that webhooks may have been missed. */
  crowded(): number;
  log: string[];
  /** POST /webhook as Twilio does it, signed; `change` makes it something else. */
  post(parameters?: Params, change?: Change): Promise<Response>;
}

export interface Change {
  signature?: string | null;
  /** The URL that the signature is over. */
  signedUrl?: string;
  token?: string;
  path?: string;
  body?: string | Buffer<ArrayBuffer>;
  headers?: Record<string, string>;
}

/** A real listener on a free port; its gate keeps what it received. */
export async function listenerForTest(gate: Partial<WebhookGate> = {}, limits?: ListenerLimits): Promise<Listener> {
  const received: IncomingSms[] = [];
  const refused: RefusalReason[] = [];
  const log = listLogger();
  let crowded = 0;
  const listener = createWebhookListener(0, systemClock, log, { limits });
  const { port } = await listener.open({
    publicUrls: () => [publicUrl],
    accountSid: () => accountSid,
    authToken: () => authToken,
    receive: (sms) =>
      Promise.resolve(received.some(({ sid }) => sid === sms.sid) ? 'duplicate' : (received.push(sms), 'stored')),
    answered: () => undefined,
    refused: (reason) => void refused.push(reason),
    mayHaveMissed: () => void (crowded += 1),
    instance: () => 'this-run',
    ...gate,
  });
  onTestFinished(() => listener.close());
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    received,
    refused,
    crowded: () => crowded,
    log: log.lines,
    post: (parameters = params, change = {}) => post(origin, parameters, change),
  };
}

function post(origin: string, parameters: Params, change: Change): Promise<Response> {
  const {
    signature = sign(parameters, change.signedUrl, change.token),
    path = '/webhook',
    body = formOf(parameters),
    headers = {},
  } = change;
  return fetch(origin + path, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      ...(signature === null ? {} : { 'x-twilio-signature': signature }),
      ...headers,
    },
  });
}

/** As Twilio describes it (twilio.com/docs/usage/webhooks/webhooks-security), by none of its code: each value of a repeated name counts once. */
export function sign(parameters: Params, url = publicUrl, token = authToken): string {
  const pairs = Object.entries(parameters).flatMap(([name, value]) =>
    [...new Set([value].flat())].toSorted().map((one) => ({ name, one })),
  );
  const inOrder = pairs.toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  const signed = url + inOrder.map(({ name, one }) => name + one).join('');
  return createHmac('sha1', token).update(signed, 'utf8').digest('base64');
}

export function formOf(parameters: Params): string {
  const pairs = Object.entries(parameters).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  return new URLSearchParams(pairs).toString();
}
