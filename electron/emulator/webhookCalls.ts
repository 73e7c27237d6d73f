import { signRequest, withoutFragment } from './signature.ts';
import type { StoredMessage, WebhookDelivery } from './state.ts';
import { connectionPolicy } from './webhookPolicy.ts';
import { sendWebhook, type WebhookCall } from './webhookRequest.ts';
import { remember, type World } from './world.ts';

/** One webhook request: `status` when the server answered, `error` when it failed. */
export interface DeliveryAttempt {
  url: string;
  /** 1 for the first request to this URL. */
  attempt: number;
  status?: number;
  error?: string;
}

/** Where to call, and with what. */
export interface Target {
  kind: WebhookDelivery['target'];
  url: string;
  method: 'GET' | 'POST';
  params: Record<string, string>;
  token: string;
}

type Result = Pick<WebhookDelivery, 'status' | 'error' | 'dropped'>;

/** A message to tell of. */
export interface Job {
  world: World;
  message: StoredMessage;
  signal: AbortSignal;
}

/** Less is not worth another try: timers are not exact. */
const worthATryMs = 10;

/** Calls a URL, again as its fragment says. Never rejects. */
export async function callWithRetries(
  job: Job,
  goal: Target,
): Promise<{ accepted: boolean; attempts: DeliveryAttempt[] }> {
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

/** Notes a request, or that a fault dropped it. */
export function record({ world, message }: Job, { kind, url, method }: Target, attempt: number, result: Result): void {
  const { sid: messageSid, to } = message;
  remember(world.deliveries, { messageSid, to, target: kind, url, method, attempt, at: world.now(), ...result });
}
