import { isSid } from '../sids.ts';
import { invalid } from './errors.ts';

interface Setting<T> {
  read: (value: string, parameter: string) => T;
  unset: T;
}

const codeLengths = { min: 4, max: 10 };
const longestName = 32;

/** A service's editable settings, named as in the API's answers. The settings of push, TOTP and passkeys are ignored. */
const settings = {
  friendly_name: { read: friendlyName, unset: '' },
  code_length: { read: codeLength, unset: 6 },
  lookup_enabled: { read: flag, unset: false },
  psd2_enabled: { read: flag, unset: false },
  skip_sms_to_landlines: { read: flag, unset: false },
  dtmf_input_required: { read: flag, unset: true },
  tts_name: { read: (value: string): string | null => value, unset: null },
  do_not_share_warning_enabled: { read: flag, unset: false },
  custom_code_enabled: { read: flag, unset: false },
  default_template_sid: { read: templateSid, unset: null },
  verify_event_subscription_enabled: { read: flag, unset: false },
} satisfies Record<string, Setting<string | number | boolean | null>>;

export type ServiceSettings = { [K in keyof typeof settings]: ReturnType<(typeof settings)[K]['read']> };

/** Settings of a new service. @throws TwilioError 400/60200 */
export function newSettings(form: URLSearchParams): ServiceSettings {
  if (!form.get('FriendlyName')) throw invalid('FriendlyName', null);
  const unset = Object.entries(settings).map(([name, { unset }]) => [name, unset]);
  return { ...(Object.fromEntries(unset) as ServiceSettings), ...changedSettings(form) };
}

/** The settings that a form names. @throws TwilioError 400/60200 */
export function changedSettings(form: URLSearchParams): Partial<ServiceSettings> {
  const changes = Object.entries(settings).flatMap(([name, { read }]) => {
    const parameter = parameterOf(name);
    const value = form.get(parameter);
    return value === null ? [] : [[name, read(value, parameter)]];
  });
  return Object.fromEntries(changes) as Partial<ServiceSettings>;
}

/** `code_length` is `CodeLength` in a form. */
function parameterOf(name: string): string {
  return name.replace(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

/** Also of a single verification's CustomFriendlyName. */
export function friendlyName(value: string, parameter: string): string {
  if (value.trim() === '' || [...value].length > longestName) throw invalid(parameter, value);
  return value;
}

function codeLength(value: string, parameter: string): number {
  const length = /^\d{1,2}$/.test(value) ? Number(value) : NaN;
  if (length >= codeLengths.min && length <= codeLengths.max) return length;
  throw invalid(parameter, value);
}

function flag(value: string, parameter: string): boolean {
  const lower = value.toLowerCase();
  if (lower === 'true' || lower === 'false') return lower === 'true';
  throw invalid(parameter, value);
}

function templateSid(value: string, parameter: string): string | null {
  if (value === '') return null;
  if (isSid(value, 'HJ')) return value;
  throw invalid(parameter, value);
}
