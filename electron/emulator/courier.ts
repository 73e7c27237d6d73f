import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { takeOne } from './faults.ts';
import { inboundParams } from './inboundParams.ts';
import { newSid } from './sids.ts';
import { withoutFragment } from './signature.ts';
import type { StoredMessage } from './state.ts';
import { callWithRetries, record, type DeliveryAttempt, type Job, type Target } from './webhookCalls.ts';
import { remember, type OwnedNumber, type World } from './world.ts';

export interface Courier {
  /** Calls a number's webhooks for a message already stored. Never rejects. */
  deliver(number: OwnedNumber, message: StoredMessage): Promise<DeliveryAttempt[]>;
  /** Tells a StatusCallback of a message's status. Never rejects. @returns false when it was cancelled. */
  notify(message: StoredMessage, url: string, params: Record<string, string>): Promise<boolean>;
  /** Waits. @returns false when it was cancelled. */
  pause(ms: number): Promise<boolean>;
  /** Aborts all deliveries, under way or waiting. */
  cancel(): void;
}

/** One message on its way to the webhooks of its number. */
interface InboundJob extends Job {
  number: OwnedNumber;
}

/** HTTP retrieval failure: https://www.twilio.com/docs/api/errors/11200 */
const retrievalFailure = 11200;

/** @param origin where the emulator listens, for media URLs. */
export function createCourier(world: World, origin: () => string): Courier {
  let abort = new AbortController();
  return {
    deliver: (number, message) => deliver({ world, number, message, signal: abort.signal }, origin()),
    notify: (message, url, params) => notify({ world, message, signal: abort.signal }, url, params),
    pause: async (ms) => {
      const { signal } = abort;
      await delay(ms, undefined, { signal }).catch(() => undefined);
      return !signal.aborted;
    },
    cancel: () => {
      abort.abort();
      abort = new AbortController();
    },
  };
}

/** If the number has an application, Twilio ignores the number's own URLs. */
async function deliver(job: InboundJob, origin: string): Promise<DeliveryAttempt[]> {
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
async function callBoth(job: InboundJob, primary: Target): Promise<DeliveryAttempt[]> {
  const first = await callWithRetries(job, primary);
  if (first.accepted) return first.attempts;
  const failed = { ErrorCode: String(retrievalFailure), ErrorUrl: withoutFragment(primary.url) };
  const fallback = target(job.number, 'SmsFallbackUrl', { ...primary.params, ...failed });
  const second = fallback.url === '' ? { accepted: false, attempts: [] } : await callWithRetries(job, fallback);
  if (!second.accepted) raiseAlert(job, fallback.url === '' ? primary : fallback);
  return [...first.attempts, ...second.attempts];
}

async function notify(job: Job, url: string, params: Record<string, string>): Promise<boolean> {
  const { faults } = job.world;
  const { callbacks } = job.message;
  const goal: Target = { kind: 'StatusCallback', url, method: 'POST', params, token: randomUUID() };
  if (callbacks === 0 || takeOne(faults, 'dropCallbacks')) {
    record(job, goal, 1, { status: null, error: null, dropped: true });
    return !job.signal.aborted;
  }
  const copies = takeOne(faults, 'doubleCallbacks') ? 2 : callbacks;
  for (let copy = 0; copy < copies && !job.signal.aborted; copy += 1) {
    const { accepted } = await callWithRetries(job, goal);
    if (!accepted) raiseAlert(job, goal);
  }
  return !job.signal.aborted;
}

function target(number: OwnedNumber, kind: Target['kind'], params: Record<string, string>): Target {
  const { settings } = number;
  const url = (kind === 'SmsUrl' ? settings.sms_url : settings.sms_fallback_url) ?? '';
  const method = kind === 'SmsUrl' ? settings.sms_method : settings.sms_fallback_method;
  return { kind, url, method: method === 'GET' ? 'GET' : 'POST', params, token: randomUUID() };
}

function raiseAlert({ world, message }: Job, { url, method }: Target): void {
  const description = 'HTTP retrieval failure: no URL accepted the request';
  const [sid, at, messageSid] = [newSid('NO'), world.now(), message.sid];
  remember(world.alerts, { sid, at, code: retrievalFailure, messageSid, url, method, description });
}
