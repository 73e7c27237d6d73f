import { invalidParameter } from '../errors.ts';
import { pathParam, type Handler } from '../rest.ts';
import { hasPlan, planned } from './numberPlan.ts';

/** What costs extra at Twilio. */
const packages = [
  'caller_name',
  'sim_swap',
  'call_forwarding',
  'live_activity',
  'line_status',
  'line_type_intelligence',
  'identity_match',
  'reassigned_number',
  'sms_pumping_risk',
  'phone_number_quality_score',
  'pre_fill',
];
/** The account is not enabled to call the package (https://www.twilio.com/docs/api/errors/60606). */
const notEnabled = { error_code: 60606 };
const defaultCountry = 'US';

/**
 * `GET /v2/PhoneNumbers/{PhoneNumber}` (lookups.twilio.com): whether a number is valid, and how it is written. An
 * invalid one is an answer, too. No package is enabled. 400/20001 for another field or country (unconfirmed).
 */
export const lookUp: Handler = async (_context, request) => {
  const fields = fieldsParam(request.query);
  const text = pathParam(request, 'PhoneNumber');
  const number = await planned(text, await countryParam(request.query));
  const isValid = typeof number !== 'string';
  const phone_number = isValid ? number.e164 : text;
  return {
    status: 200,
    body: {
      calling_country_code: isValid ? number.callingCode : null,
      country_code: isValid ? number.country : null,
      phone_number,
      national_format: isValid ? number.national : null,
      valid: isValid,
      validation_errors: isValid ? [] : [number],
      ...Object.fromEntries(packages.map((name) => [name, fields.includes(name) ? notEnabled : null])),
      url: `${request.origin}/v2/PhoneNumbers/${encodeURIComponent(phone_number).replace('%2B', '+')}`,
    },
  };
};

function fieldsParam(query: URLSearchParams): string[] {
  const fields = (query.get('Fields') ?? '').split(',').map((name) => name.trim());
  const unknown = fields.find((name) => name !== '' && name !== 'validation' && !packages.includes(name));
  if (unknown !== undefined) throw invalidParameter(`Fields must be some of ${packages.join(', ')}: ${unknown}`);
  return fields;
}

async function countryParam(query: URLSearchParams): Promise<string> {
  const country = query.get('CountryCode') || defaultCountry;
  if (!(await hasPlan(country))) throw invalidParameter(`CountryCode must be an ISO country code: ${country}`);
  return country;
}
