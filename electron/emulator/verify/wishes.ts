import { isIP } from 'node:net';
import { isE164 } from '../addresses.ts';
import { notFound, TwilioError } from '../errors.ts';
import { e164Param, type RestRequest } from '../rest.ts';
import { invalid, notSupported } from './errors.ts';
import { languageOf } from './languages.ts';
import { withoutVersion } from './services.ts';
import { friendlyName, type ServiceSettings } from './settings.ts';

/** What a verification is asked for with. */
export interface Wish {
  to: string;
  name: string;
  /** null for that of the number's country. */
  language: string | null;
  customCode: string | null;
  appHash: string | null;
  amount: string | null;
  payee: string | null;
}

/** Of Twilio, but not here. */
const disabledChannels = ['call', 'email', 'whatsapp', 'sna', 'rcs', 'auto'];
const codePattern = /^[A-Za-z0-9]{4,10}$/;
const appHashPattern = /^[A-Za-z0-9+/]{11}$/;

/**
 * Reads the form of a verification.
 * @throws TwilioError 400: 60200 invalid parameter, 60223 a channel that is disabled, 60206 no amount and payee for
 * PSD2, 60228 a template, 60243 a text of one's own; 403/60204 a custom code, or PSD2, that the service does not have
 * enabled; 404/20404 another locale than those on Twilio's list.
 */
export function parseWish(settings: ServiceSettings, request: RestRequest): Wish {
  const { form } = request;
  const to = e164Param(form, 'To');
  requireChannel(form.get('Channel'));
  if (to === null || !isE164(to)) throw invalid('To', to);
  requireNothingElse(form);
  const name = form.get('CustomFriendlyName');
  return {
    to,
    name: name === null ? settings.friendly_name : friendlyName(name, 'CustomFriendlyName'),
    language: languageParam(request),
    customCode: customCodeParam(settings, form),
    appHash: matching(form, 'AppHash', appHashPattern),
    ...paymentParams(settings, form),
  };
}

/** The code of a check, or one of the caller's own. @throws TwilioError 400/60200 */
export function codeParam(form: URLSearchParams, name: string): string | null {
  return matching(form, name, codePattern);
}

/** @throws TwilioError 400/60206, 403/60204 */
export function paymentParams(settings: ServiceSettings, form: URLSearchParams): Pick<Wish, 'amount' | 'payee'> {
  const [amount, payee] = [form.get('Amount') || null, form.get('Payee') || null];
  if (!settings.psd2_enabled && (amount !== null || payee !== null)) throw notSupported('PSD2');
  if (settings.psd2_enabled && (amount === null || payee === null))
    throw new TwilioError(400, 60206, "'Amount' & 'Payee' params are required");
  return { amount, payee };
}

function requireChannel(channel: string | null): void {
  if (channel === 'sms') return;
  if (channel === null || !disabledChannels.includes(channel)) throw invalid('Channel', channel);
  throw new TwilioError(400, 60223, `Delivery channel disabled: ${channel.toUpperCase()}`);
}

function requireNothingElse(form: URLSearchParams): void {
  if (form.get('CustomMessage')) throw new TwilioError(400, 60243, 'Custom messages are not supported');
  if (form.get('TemplateSid') || form.get('Templates')) throw new TwilioError(400, 60228, 'Template was not found');
  const [risk, ip] = [form.get('RiskCheck'), form.get('DeviceIp')];
  if (risk !== null && risk !== 'enable' && risk !== 'disable') throw invalid('RiskCheck', risk);
  if (ip && isIP(ip) === 0) throw invalid('DeviceIp', ip);
}

function languageParam({ form, path }: RestRequest): string | null {
  const locale = form.get('Locale');
  const language = locale ? languageOf(locale) : null;
  if (locale && language === null) throw notFound(`${withoutVersion(path)} in the locale ${locale}`);
  return language;
}

function customCodeParam(settings: ServiceSettings, form: URLSearchParams): string | null {
  const code = codeParam(form, 'CustomCode');
  if (code !== null && !settings.custom_code_enabled) throw notSupported('custom code');
  return code;
}

function matching(form: URLSearchParams, name: string, pattern: RegExp): string | null {
  const value = form.get(name);
  if (value !== null && !pattern.test(value)) throw invalid(name, value);
  return value;
}
