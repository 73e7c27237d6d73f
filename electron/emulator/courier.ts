import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { takeOne } from './faults.ts';
import { inboundParams } from './inboundParams.ts';
import { newSid } from './sids.ts';
import { signRequest, withoutFragment } from './signature.ts';
import type { StoredMessage, WebhookDelivery } from './state.ts';
import { connectionPolicy } from './webhookPolicy.ts';
import { sendWebhook, type WebhookCall } from './webhookRequest.ts';
import { remember, type OwnedNumber, type World } from './world.ts';

/** One webhook request: `status` when the server answered, `error` when it failed. */
export interface DeliveryAttempt {
  url: string;
  /** 1 for the first request to this URL. */
  attempt: number;
  status?: number;
  error?: string;
}

export interface Courier {
  /** Calls a number's webhooks for a message already stored. Never rejects. */
  deliver(number: OwnedNumber, message: StoredMessage): Promise<DeliveryAttempt[]>;
  /** Aborts all deliveries, under way or waiting. */
  cancel(): void;
}

interface Target {
  kind: WebhookDelivery['target'];
  url: string;
  method: 'GET' | 'POST';
  params: Record<string, string>;
  token: string;
}

type Result = Pick<WebhookDelivery, 'status' | 'error' | 'dropped'>;

/** One message on its way to the webhooks of its number. */
interface Job {
  world: World;
  number: OwnedNumber;
  message: StoredMessage;
  signal: AbortSignal;
}

/** HTTP retrieval failure: https://www.twilio.com/docs/api/errors/11200 */
const retrievalFailure = 11200;
/** With less time left than this, a webhook is not retried. Timers are not exact. */
const worthATryMs = 10;

/** @param origin where the emulator listens, for media URLs. */
export function createCourier(world: World, origin: () => string): Courier {
  let abort = new AbortController();
  return {
    deliver: (number, message) => deliver({ world, number, message, signal: abort.signal }, origin()),
    cancel: () => {
      abort.abort();
      abort = new AbortController();
    },
  };
}

/** If the number has an application, Twilio ignores the number's own URLs. */
async function deliver(job: Job, origin: string): Promise<DeliveryAttempt[]> {
  const { world, number, message, signal } = job;
  if (number.settings.sms_url === null || number.settings.sms_application_sid !== null) return [];
  const primary = target(number, 'SmsUrl', inboundParams(world.accountSid, number, message, origin));
  if (takeOne(world.faults, 'dropWebhooks')) {
    record(job, primary, 1, { status: null, error: null, dropped: true });
    return [];
  }
  const copies = takeOne(world.faults, 'doubleWebhooks') ? 2 : 1;
  await delay(world.faults.webhookDelayMs, undefined, { signal }).catch(() => undefined);
  const attempts: DeliveryAttempt[] = [];
  for (let copy = 0; copy < copies && !signal.aborted; copy += 1) attempts.push(...(await callBoth(job, primary)));
  return attempts;
}

/** Calls SmsUrl, and SmsFallbackUrl if that failed; if both fail, only the error log shows it. */
async function callBoth(job: Job, primary: Target): Promise<DeliveryAttempt[]> {
  const first = await callWithRetries(job, primary);
  if (first.accepted) return first.attempts;
  const failed = { ErrorCode: String(retrievalFailure), ErrorUrl: withoutFragment(primary.url) };
  const fallback = target(job.number, 'SmsFallbackUrl', { ...primary.params, ...failed });
  const second = fallback.url === '' ? { accepted: false, attempts: [] } : await callWithRetries(job, fallback);
  if (!second.accepted) raiseAlert(job, fallback.url === '' ? primary : fallback);
  return [...first.attempts, ...second.attempts];
}

async function callWithRetries(job: Job, goal: Target): Promise<{ accepted: boolean; attempts: DeliveryAttempt[] }> {
  const policy = connectionPolicy(goal.url);
  const end = performance.now() + policy.totalMs;
  const attempts: DeliveryAttempt[] = [];
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await sendWebhook(webhookCall(job.world, goal), policy, end - performance.now(), job.signal);
    record(job, goal, attempt, { status: outcome.status, error: outcome.error, dropped: false });
    attempts.push({
      url: goal.url,
      attempt,
      ...(outcome.status === null ? { error: outcome.error } : { status: outcome.status }),
    });
    if (outcome.failure === null) return { accepted: true, attempts };
    const again =
      attempt <= policy.retries && policy.retryOn.has(outcome.failure) && end - performance.now() > worthATryMs;
    if (!again || job.signal.aborted) return { accepted: false, attempts };
  }
}

function target(number: OwnedNumber, kind: Target['kind'], params: Record<string, string>): Target {
  const { settings } = number;
  const url = (kind === 'SmsUrl' ? settings.sms_url : settings.sms_fallback_url) ?? '';
  const method = kind === 'SmsUrl' ? settings.sms_method : settings.sms_fallback_method;
  return { kind, url, method: method === 'GET' ? 'GET' : 'POST', params, token: randomUUID() };
}

/** Retries reuse the first request's idempotency token. */
function webhookCall(world: World, { url, method, params, token }: Target): WebhookCall {
  const form = new URLSearchParams(params).toString();
  const bare = withoutFragment(url);
  const called = method === 'GET' ? bare + (bare.includes('?') ? '&' : '?') + form : bare;
  const headers = {
    'X-Twilio-Signature': signRequest(world.authToken, called, method === 'GET' ? {} : params),
    'I-Twilio-Idempotency-Token': token,
    'User-Agent': 'TwilioProxy/1.1',
    Accept: '*/*',
    ...(method === 'POST' ? { 'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8' } : {}),
  };
  return { url: called, method, headers, body: method === 'POST' ? form : '' };
}

function record({ world, message }: Job, { kind, url, method }: Target, attempt: number, result: Result): void {
  const { sid: messageSid, to } = message;
  remember(world.deliveries, { messageSid, to, target: kind, url, method, attempt, at: world.now(), ...result });
}

function raiseAlert({ world, message }: Job, { url, method }: Target): void {
  const description = 'HTTP retrieval failure: no URL of the number accepted the message';
  const [sid, at, messageSid] = [newSid('NO'), world.now(), message.sid];
  remember(world.alerts, { sid, at, code: retrievalFailure, messageSid, url, method, description });
}
