import { iso8601 } from '../dates.ts';
import { notFound } from '../errors.ts';
import { metaBody, paginate } from '../paging.ts';
import { requested, type Handler, type RestRequest } from '../rest.ts';
import { newSid } from '../sids.ts';
import { historyLimit, remember, type World } from '../world.ts';
import { changedSettings, newSettings } from './settings.ts';
import type { VerifyService } from './state.ts';

const links: Readonly<Record<string, string>> = {
  verification_checks: 'VerificationCheck',
  verifications: 'Verifications',
  rate_limits: 'RateLimits',
  messaging_configurations: 'MessagingConfigurations',
  entities: 'Entities',
  webhooks: 'Webhooks',
  access_tokens: 'AccessTokens',
};

/** `POST /v2/Services` (verify.twilio.com). 201, or 400/60200. */
export const createService: Handler = ({ world }, request) => {
  const [sid, at, settings] = [newSid('VA'), world.now(), newSettings(request.form)];
  const service = { sid, settings, createdAt: at, updatedAt: at };
  remember(world.verifyServices, service, historyLimit);
  return { status: 201, body: serviceResource(world, request, service) };
};

/** `GET /v2/Services`: newest first, paged with `meta`. */
export const listServices: Handler = ({ world }, request) => {
  const page = paginate(request, world.verifyServices.toReversed(), ({ sid }) => sid);
  return { status: 200, body: metaBody(request, 'services', page, (one) => serviceResource(world, request, one)) };
};

/** `GET /v2/Services/{Sid}`. 404/20404 when there is none. */
export const fetchService: Handler = ({ world }, request) => ({
  status: 200,
  body: serviceResource(world, request, requested(world.verifyServices, request)),
});

/** `POST /v2/Services/{Sid}`: changes the settings that the form names. 404/20404, 400/60200. */
export const updateService: Handler = ({ world }, request) => {
  const service = requested(world.verifyServices, request);
  service.settings = { ...service.settings, ...changedSettings(request.form) };
  service.updatedAt = world.now();
  return { status: 200, body: serviceResource(world, request, service) };
};

/** `DELETE /v2/Services/{Sid}`, with its verifications. 204, or 404/20404 when there is none. */
export const deleteService: Handler = ({ world }, request) => {
  const { sid } = requested(world.verifyServices, request);
  world.verifyServices = world.verifyServices.filter((service) => service.sid !== sid);
  world.verifications = world.verifications.filter(({ serviceSid }) => serviceSid !== sid);
  return { status: 204 };
};

/** The service whose SID is in the path of its subresource. @throws TwilioError 404/20404 */
export function serviceOf(world: World, { params, path }: RestRequest): VerifyService {
  const service = world.verifyServices.find(({ sid }) => sid === params['ServiceSid']);
  if (!service) throw notFound(withoutVersion(path));
  return service;
}

/** Verify's messages name a resource so. */
export function withoutVersion(path: string): string {
  return path.replace(/^\/v2/, '');
}

function serviceResource(world: World, { origin }: RestRequest, service: VerifyService): Record<string, unknown> {
  const url = `${origin}/v2/Services/${service.sid}`;
  const { friendly_name } = service.settings;
  return {
    sid: service.sid,
    account_sid: world.accountSid,
    ...service.settings,
    push: { include_date: false, apn_credential_sid: null, fcm_credential_sid: null },
    totp: { issuer: friendly_name, time_step: 30, code_length: 6, skew: 1 },
    whatsapp: { msg_service_sid: null, from: null },
    passkeys: null,
    date_created: iso8601(service.createdAt),
    date_updated: iso8601(service.updatedAt),
    url,
    links: Object.fromEntries(Object.entries(links).map(([key, path]) => [key, `${url}/${path}`])),
  };
}
