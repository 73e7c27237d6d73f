import { forward, send } from '../carrier/send.ts';
import { iso8601 } from '../dates.ts';
import { notFound, TwilioError } from '../errors.ts';
import { planned, type PlannedNumber } from '../lookup/numberPlan.ts';
import { pathParam, type Context, type Handler, type RestRequest } from '../rest.ts';
import { newSid } from '../sids.ts';
import { historyLimit, remember, type World } from '../world.ts';
import { asVerifyError, invalid, landline, tooManyChecks } from './errors.ts';
import { languageIn } from './languages.ts';
import { liveVerification, newVerification } from './life.ts';
import { serviceOf, withoutVersion } from './services.ts';
import type { ServiceSettings } from './settings.ts';
import type { Verification, VerifyService } from './state.ts';
import { verificationText } from './texts.ts';
import { parseWish, type Wish } from './wishes.ts';

const mostSendings = 5;
/** The short code that codes come from. */
const sender = '29714';

/**
 * `POST /v2/Services/{ServiceSid}/Verifications`: sends a code by SMS; the same one again as long as the verification
 * lives. 201 when the message was captured.
 * @throws TwilioError as {@link parseWish} and {@link send}; 403/60205 when landlines are to be left out and it is one;
 * 429: 60203 sent five times, 60202 five codes were checked, 60212 being sent right now.
 */
export const createVerification: Handler = async (context, request) => {
  const { world } = context;
  const service = serviceOf(world, request);
  const wish = parseWish(service.settings, request);
  const plan = await planOf(wish.to);
  requireLine(service.settings, plan);
  const key = `${service.sid} ${wish.to}`;
  if (world.verifying.has(key)) throw new TwilioError(429, 60212, 'Too many concurrent requests for phone number');
  world.verifying.add(key);
  try {
    const verification = await sendCode(context, service, wish, plan);
    return { status: 201, body: verificationResource(world, request, verification) };
  } finally {
    world.verifying.delete(key);
  }
};

/** `GET /v2/Services/{ServiceSid}/Verifications/{SidOrNumber}`. 404/20404 when it is over. */
export const fetchVerification: Handler = ({ world }, request) => ({
  status: 200,
  body: verificationResource(world, request, requestedVerification(world, request)),
});

/** `POST /v2/Services/{ServiceSid}/Verifications/{SidOrNumber}`: approves or cancels. 404/20404, 400/60200. */
export const updateVerification: Handler = ({ world }, request) => {
  const verification = requestedVerification(world, request);
  const status = request.form.get('Status');
  if (status !== 'approved' && status !== 'canceled') throw invalid('Status', status);
  verification.status = status;
  verification.updatedAt = world.now();
  return { status: 200, body: verificationResource(world, request, verification) };
};

async function sendCode(
  context: Context,
  service: VerifyService,
  wish: Wish,
  plan: PlannedNumber | null,
): Promise<Verification> {
  const { world } = context;
  const pending = liveVerification(world, service.sid, wish.to);
  if (pending?.status === 'max_attempts_reached') throw tooManyChecks();
  if (pending && pending.sendings.length >= mostSendings)
    throw new TwilioError(429, 60203, 'Max send attempts reached');
  const lineType = service.settings.lookup_enabled ? (plan?.type ?? null) : null;
  const verification = pending ?? newVerification(world, service, wish, lineType);
  const code = wish.customCode ?? verification.code;
  const message = await send(context, outgoing(service, wish, code, plan)).catch((thrown: unknown) => {
    throw asVerifyError(thrown, wish.to);
  });
  verification.code = code;
  verification.updatedAt = world.now();
  verification.sendings.push({ sid: newSid('VL'), at: world.now() });
  if (!pending) remember(world.verifications, verification, historyLimit);
  forward(context, message);
  return verification;
}

function outgoing({ sid: service, settings }: VerifyService, wish: Wish, code: string, plan: PlannedNumber | null) {
  const { to, name, appHash } = wish;
  const language = wish.language ?? languageIn(plan?.country ?? null);
  const body = verificationText({ name, code, language, warning: settings.do_not_share_warning_enabled, appHash });
  return { to, from: sender, body, media: [], service, statusCallback: null, sendAt: null };
}

async function planOf(to: string): Promise<PlannedNumber | null> {
  const plan = await planned(to, 'US');
  return typeof plan === 'string' ? null : plan;
}

function requireLine({ lookup_enabled, skip_sms_to_landlines }: ServiceSettings, plan: PlannedNumber | null): void {
  if (lookup_enabled && skip_sms_to_landlines && plan?.type === 'landline') throw landline();
}

function requestedVerification(world: World, request: RestRequest): Verification {
  const { sid } = serviceOf(world, request);
  const verification = liveVerification(world, sid, pathParam(request, 'Sid'));
  if (!verification) throw notFound(withoutVersion(request.path));
  return verification;
}

function verificationResource(world: World, { origin }: RestRequest, verification: Verification) {
  const { sid, serviceSid, to, status, sendings, lineType, amount, payee, createdAt, updatedAt } = verification;
  return {
    sid,
    service_sid: serviceSid,
    account_sid: world.accountSid,
    to,
    channel: 'sms',
    status,
    valid: status === 'approved',
    lookup: lineType === null ? {} : { carrier: carrier(lineType) },
    amount,
    payee,
    send_code_attempts: sendings.map((one) => ({ time: iso8601(one.at), channel: 'SMS', attempt_sid: one.sid })),
    date_created: iso8601(createdAt),
    date_updated: iso8601(updatedAt),
    sna: null,
    url: `${origin}/v2/Services/${serviceSid}/Verifications/${sid}`,
  };
}

function carrier(type: string) {
  return { error_code: null, name: null, mobile_country_code: null, mobile_network_code: null, type };
}
