import { invalidParameter, TwilioError } from './errors.ts';
import { isSid } from './sids.ts';

/** What a customer can set on a number, under the names of the API's answers. */
export interface NumberSettings {
  friendly_name: string;
  sms_url: string | null;
  sms_method: string;
  sms_fallback_url: string | null;
  sms_fallback_method: string;
  sms_application_sid: string | null;
  voice_url: string | null;
  voice_method: string;
  voice_fallback_url: string | null;
  voice_fallback_method: string;
  voice_application_sid: string | null;
  voice_caller_id_lookup: boolean;
  voice_receive_mode: string;
  status_callback: string | null;
  status_callback_method: string;
  trunk_sid: string | null;
  identity_sid: string | null;
  address_sid: string | null;
  bundle_sid: string | null;
  emergency_status: string;
  emergency_address_sid: string | null;
}

type Parser = (value: string, parameter: string) => string | boolean | null;

/** Form parameter, the setting that it changes, and how its text is read. */
const settingParams: Readonly<Record<string, readonly [keyof NumberSettings, Parser]>> = {
  FriendlyName: ['friendly_name', friendlyName],
  SmsUrl: ['sms_url', url],
  SmsMethod: ['sms_method', httpMethod],
  SmsFallbackUrl: ['sms_fallback_url', url],
  SmsFallbackMethod: ['sms_fallback_method', httpMethod],
  SmsApplicationSid: ['sms_application_sid', sid('AP')],
  VoiceUrl: ['voice_url', url],
  VoiceMethod: ['voice_method', httpMethod],
  VoiceFallbackUrl: ['voice_fallback_url', url],
  VoiceFallbackMethod: ['voice_fallback_method', httpMethod],
  VoiceApplicationSid: ['voice_application_sid', sid('AP')],
  VoiceCallerIdLookup: ['voice_caller_id_lookup', flag],
  VoiceReceiveMode: ['voice_receive_mode', oneOf('voice', 'fax')],
  StatusCallback: ['status_callback', url],
  StatusCallbackMethod: ['status_callback_method', httpMethod],
  TrunkSid: ['trunk_sid', sid('TK')],
  IdentitySid: ['identity_sid', sid('RI')],
  AddressSid: ['address_sid', sid('AD')],
  BundleSid: ['bundle_sid', sid('BU')],
  EmergencyStatus: ['emergency_status', oneOf('Active', 'Inactive')],
  EmergencyAddressSid: ['emergency_address_sid', sid('AD')],
};

/** Settings of a number that nobody has set up yet. Unset URLs are null: an empty string is no URI. */
export function defaultSettings(friendlyNameOfNumber: string): NumberSettings {
  return {
    friendly_name: friendlyNameOfNumber,
    sms_url: null,
    sms_method: 'POST',
    sms_fallback_url: null,
    sms_fallback_method: 'POST',
    sms_application_sid: null,
    voice_url: null,
    voice_method: 'POST',
    voice_fallback_url: null,
    voice_fallback_method: 'POST',
    voice_application_sid: null,
    voice_caller_id_lookup: false,
    voice_receive_mode: 'voice',
    status_callback: null,
    status_callback_method: 'POST',
    trunk_sid: null,
    identity_sid: null,
    address_sid: null,
    bundle_sid: null,
    emergency_status: 'Inactive',
    emergency_address_sid: null,
  };
}

/**
 * Reads the settings out of a form. Parameters that are not settings are left alone.
 * @throws TwilioError 400: 20002 FriendlyName over 64 characters, 21402 not an http(s) URL,
 * 21403 method not GET or POST, 20001 anything else that the API description forbids.
 */
export function parseSettings(form: URLSearchParams): Partial<NumberSettings> {
  const changes: [keyof NumberSettings, string | boolean | null][] = [];
  for (const [parameter, [setting, parse]] of Object.entries(settingParams)) {
    const value = form.get(parameter);
    if (value !== null) changes.push([setting, parse(value, parameter)]);
  }
  return Object.fromEntries(changes) as Partial<NumberSettings>;
}

function friendlyName(value: string): string {
  if ([...value].length > 64)
    throw new TwilioError(400, 20002, 'FriendlyName must be between 1 and 64 characters long');
  return value;
}

/** 21402 is what the API answers for `VoiceUrl is not a valid URL` (twilio-contact-center issue 17). */
function url(value: string, parameter: string): string | null {
  if (value === '') return null;
  const scheme = URL.canParse(value) ? new URL(value).protocol : '';
  if (scheme === 'http:' || scheme === 'https:') return value;
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

function sid(prefix: string): Parser {
  return (value, parameter) => {
    if (value === '') return null;
    if (isSid(value, prefix)) return value;
    throw invalidParameter(`${parameter} is not a valid SID (${prefix} and 32 hexadecimal digits): ${value}`);
  };
}

function oneOf(...allowed: string[]): Parser {
  return (value, parameter) => {
    if (allowed.includes(value)) return value;
    throw invalidParameter(`${parameter} must be one of ${allowed.join(', ')}: ${value}`);
  };
}
