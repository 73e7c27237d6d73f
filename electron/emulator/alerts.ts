import { iso8601, parseInstant } from './dates.ts';
import { invalidParameter } from './errors.ts';
import { metaBody, paginate } from './paging.ts';
import { requested, type Handler, type RestRequest } from './rest.ts';
import type { Alert } from './state.ts';
import type { World } from './world.ts';

const logLevels: readonly string[] = ['error', 'warning', 'notice', 'debug'];

const second = 1_000;

/** `GET /v1/Alerts` (monitor.twilio.com): newest first, paged with `meta`. 400/20001 for a bad LogLevel or date. */
export const listAlerts: Handler = ({ world }, request) => {
  const { query } = request;
  const level = levelParam(query);
  const [from, until] = [instantParam(query, 'StartDate'), instantParam(query, 'EndDate')];
  const alerts = world.alerts
    .toReversed()
    .filter(({ at }) => (from === null || generatedAt(at) >= from) && (until === null || generatedAt(at) <= until))
    // Every alert here is an error.
    .filter(() => level === null || level === 'error');
  const page = paginate(request, alerts, ({ sid }) => sid);
  return { status: 200, body: metaBody(request, 'alerts', page, (alert) => alertResource(world, request, alert)) };
};

/** `GET /v1/Alerts/{Sid}`: includes the request sent, which the list leaves out. 404/20404 when there is none. */
export const fetchAlert: Handler = ({ world }, request) => {
  const alert = requested(world.alerts, request);
  const exchange = { request_variables: '', request_headers: null, response_body: '', response_headers: '' };
  return { status: 200, body: { ...alertResource(world, request, alert), ...exchange } };
};

/** Twilio's times are in whole seconds. */
function generatedAt(at: number): number {
  return Math.floor(at / second) * second;
}

function levelParam(query: URLSearchParams): string | null {
  const level = query.get('LogLevel');
  if (level !== null && !logLevels.includes(level)) {
    throw invalidParameter(`LogLevel must be one of ${logLevels.join(', ')}: ${level}`);
  }
  return level;
}

function instantParam(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  const instant = text === null ? null : parseInstant(text);
  if (text !== null && instant === null) {
    throw invalidParameter(`${name} must be YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ: ${text}`);
  }
  return instant;
}

function alertResource(world: World, request: RestRequest, alert: Alert): Record<string, unknown> {
  const at = iso8601(alert.at);
  return {
    sid: alert.sid,
    account_sid: world.accountSid,
    alert_text: alert.description,
    api_version: '2010-04-01',
    date_created: at,
    date_generated: at,
    date_updated: at,
    error_code: String(alert.code),
    log_level: 'error',
    more_info: `https://www.twilio.com/docs/errors/${alert.code}`,
    request_method: alert.method,
    request_url: alert.url,
    resource_sid: alert.messageSid,
    service_sid: null,
    url: `${request.origin}/v1/Alerts/${alert.sid}`,
  };
}
