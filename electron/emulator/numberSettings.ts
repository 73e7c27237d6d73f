import { invalidParameter, TwilioError } from './errors.ts';
import { isSid } from './sids.ts';
import { isWebUrl } from './urls.ts';

/** How to parse a form parameter, and its default. */
interface Setting<T> {
  read: (value: string, parameter: string) => T;
  unset: T;
}

/** A number's editable settings, named as in the API's answers. Unset URLs are null: an empty string is not a URI. */
const settings = {
  friendly_name: { read: friendlyName, unset: '' },
  sms_url: { read: url, unset: null },
  sms_method: { read: httpMethod, unset: 'POST' },
  sms_fallback_url: { read: url, unset: null },
  sms_fallback_method: { read: httpMethod, unset: 'POST' },
  sms_application_sid: { read: sid('AP'), unset: null },
  voice_url: { read: url, unset: null },
  voice_method: { read: httpMethod, unset: 'POST' },
  voice_fallback_url: { read: url, unset: null },
  voice_fallback_method: { read: httpMethod, unset: 'POST' },
  voice_application_sid: { read: sid('AP'), unset: null },
  voice_caller_id_lookup: { read: flag, unset: false },
  voice_receive_mode: { read: oneOf('voice', 'fax'), unset: 'voice' },
  status_callback: { read: url, unset: null },
  status_callback_method: { read: httpMethod, unset: 'POST' },
  trunk_sid: { read: sid('TK'), unset: null },
  identity_sid: { read: sid('RI'), unset: null },
  address_sid: { read: sid('AD'), unset: null },
  bundle_sid: { read: sid('BU'), unset: null },
  emergency_status: { read: oneOf('Active', 'Inactive'), unset: 'Inactive' },
  emergency_address_sid: { read: sid('AD'), unset: null },
} satisfies Record<string, Setting<string | boolean | null>>;

export type NumberSettings = { [K in keyof typeof settings]: ReturnType<(typeof settings)[K]['read']> };

/** Default settings of a new number. */
export function defaultSettings(friendly_name: string): NumberSettings {
  const unset = Object.entries(settings).map(([name, { unset }]) => [name, unset]);
  return { ...(Object.fromEntries(unset) as NumberSettings), friendly_name };
}

/**
 * Reads the settings from a form. Other parameters are ignored.
 * @throws TwilioError 400: 20002 FriendlyName over 64 characters, 21402 not an http(s) URL, 21403 method not GET or
 * POST, 20001 anything else that the API description forbids.
 */
export function parseSettings(form: URLSearchParams): Partial<NumberSettings> {
  const changes = Object.entries(settings).flatMap(([name, { read }]) => {
    const parameter = parameterOf(name);
    const value = form.get(parameter);
    return value === null ? [] : [[name, read(value, parameter)]];
  });
  return Object.fromEntries(changes) as Partial<NumberSettings>;
}

/** `sms_url` is `SmsUrl` in a form. */
function parameterOf(name: string): string {
  return name.replace(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

function friendlyName(value: string): string {
  if ([...value].length > 64)
    throw new TwilioError(400, 20002, 'FriendlyName must be between 1 and 64 characters long');
  return value;
}

/** 21402 is what the API answers for `VoiceUrl is not a valid URL` (twilio-contact-center issue 17). */
function url(value: string, parameter: string): string | null {
  if (value === '') return null;
  if (isWebUrl(value)) return value;
  throw new TwilioError(400, 21402, `${parameter} is not a valid URL: ${value}`);
}

function httpMethod(value: string, parameter: string): string {
  const method = value.toUpperCase();
  if (method === 'GET' || method === 'POST') return method;
  throw new TwilioError(400, 21403, `${parameter} must be GET or POST: ${value}`);
}

function flag(value: string, parameter: string): boolean {
  const lower = value.toLowerCase();
  if (lower === 'true' || lower === 'false') return lower === 'true';
  throw invalidParameter(`${parameter} must be true or false: ${value}`);
}

function sid(prefix: string): Setting<string | null>['read'] {
  return (value, parameter) => {
    if (value === '') return null;
    if (isSid(value, prefix)) return value;
    throw invalidParameter(`${parameter} is not a valid SID (${prefix} and 32 hexadecimal digits): ${value}`);
  };
}

function oneOf(...allowed: string[]): Setting<string>['read'] {
  return (value, parameter) => {
    if (allowed.includes(value)) return value;
    throw invalidParameter(`${parameter} must be one of ${allowed.join(', ')}: ${value}`);
  };
}
