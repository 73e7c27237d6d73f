import { fetchAccount, fetchBalance, updateAccount } from './account.ts';
import { fetchAlert, listAlerts } from './alerts.ts';
import { createKey, deleteKey, fetchKey, listKeys, updateKey } from './apiKeys.ts';
import { fetchCountry, listCountries, searchNumbers } from './availableNumbers.ts';
import { fetchBundle, listBundles } from './bundles.ts';
import { notFound, TwilioError } from './errors.ts';
import { createNumber, fetchNumber, listNumbers, releaseNumber, updateNumber } from './incomingNumbers.ts';
import { lookUp } from './lookup/phoneNumbers.ts';
import { deleteMedia, fetchMedia, listMedia } from './media.ts';
import { createMessage, deleteMessage, fetchMessage, listMessages, updateMessage } from './messages.ts';
import { createAddress, deleteAddress, fetchAddress, listAddresses } from './postalAddresses.ts';
import { fetchMessagingPrices, fetchNumberPrices, listPricedCountries } from './pricing.ts';
import { fetchRegulation, listRegulations } from './regulations.ts';
import type { Handler } from './rest.ts';
import { listUsage, usagePeriods } from './usage.ts';
import { checkVerification } from './verify/checks.ts';
import { createService, deleteService, fetchService, listServices, updateService } from './verify/services.ts';
import { createVerification, fetchVerification, updateVerification } from './verify/verifications.ts';

type Methods = Readonly<Partial<Record<'GET' | 'POST' | 'DELETE', Handler>>>;

const accountTemplate = '/2010-04-01/Accounts/{AccountSid}';
const servicesTemplate = '/v2/Services';
const bundlesTemplate = '/v2/RegulatoryCompliance/Bundles';
const regulationsTemplate = '/v2/RegulatoryCompliance/Regulations';

/** Every resource: of api.twilio.com first, then of pricing, monitor, lookups, verify and numbers.twilio.com. */
const templates: readonly (readonly [template: string, methods: Methods])[] = [
  [`${accountTemplate}.json`, { GET: fetchAccount, POST: updateAccount }],
  [`${accountTemplate}/Balance.json`, { GET: fetchBalance }],
  [`${accountTemplate}/Keys.json`, { GET: listKeys, POST: createKey }],
  [`${accountTemplate}/Keys/{Sid}.json`, { GET: fetchKey, POST: updateKey, DELETE: deleteKey }],
  [`${accountTemplate}/AvailablePhoneNumbers.json`, { GET: listCountries }],
  [`${accountTemplate}/AvailablePhoneNumbers/{CountryCode}.json`, { GET: fetchCountry }],
  [`${accountTemplate}/AvailablePhoneNumbers/{CountryCode}/Local.json`, { GET: searchNumbers('local') }],
  [`${accountTemplate}/AvailablePhoneNumbers/{CountryCode}/Mobile.json`, { GET: searchNumbers('mobile') }],
  [`${accountTemplate}/AvailablePhoneNumbers/{CountryCode}/TollFree.json`, { GET: searchNumbers('tollFree') }],
  [`${accountTemplate}/IncomingPhoneNumbers.json`, { GET: listNumbers, POST: createNumber }],
  [
    `${accountTemplate}/IncomingPhoneNumbers/{Sid}.json`,
    { GET: fetchNumber, POST: updateNumber, DELETE: releaseNumber },
  ],
  [`${accountTemplate}/Messages.json`, { GET: listMessages, POST: createMessage }],
  [`${accountTemplate}/Messages/{Sid}.json`, { GET: fetchMessage, POST: updateMessage, DELETE: deleteMessage }],
  [`${accountTemplate}/Messages/{MessageSid}/Media.json`, { GET: listMedia }],
  [`${accountTemplate}/Messages/{MessageSid}/Media/{Sid}.json`, { GET: fetchMedia, DELETE: deleteMedia }],
  [`${accountTemplate}/Addresses.json`, { GET: listAddresses, POST: createAddress }],
  [`${accountTemplate}/Addresses/{Sid}.json`, { GET: fetchAddress, DELETE: deleteAddress }],
  [`${accountTemplate}/Usage/Records.json`, { GET: listUsage(null) }],
  ...usagePeriods.map((period): [string, Methods] => {
    return [`${accountTemplate}/Usage/Records/${period}.json`, { GET: listUsage(period) }];
  }),
  ['/v1/PhoneNumbers/Countries', { GET: listPricedCountries }],
  ['/v1/PhoneNumbers/Countries/{CountryCode}', { GET: fetchNumberPrices }],
  ['/v1/Messaging/Countries', { GET: listPricedCountries }],
  ['/v1/Messaging/Countries/{CountryCode}', { GET: fetchMessagingPrices }],
  ['/v1/Alerts', { GET: listAlerts }],
  ['/v1/Alerts/{Sid}', { GET: fetchAlert }],
  ['/v2/PhoneNumbers/{PhoneNumber}', { GET: lookUp }],
  [servicesTemplate, { GET: listServices, POST: createService }],
  [`${servicesTemplate}/{Sid}`, { GET: fetchService, POST: updateService, DELETE: deleteService }],
  [`${servicesTemplate}/{ServiceSid}/Verifications`, { POST: createVerification }],
  [`${servicesTemplate}/{ServiceSid}/Verifications/{Sid}`, { GET: fetchVerification, POST: updateVerification }],
  [`${servicesTemplate}/{ServiceSid}/VerificationCheck`, { POST: checkVerification }],
  [bundlesTemplate, { GET: listBundles }],
  [`${bundlesTemplate}/{Sid}`, { GET: fetchBundle }],
  [regulationsTemplate, { GET: listRegulations }],
  [`${regulationsTemplate}/{Sid}`, { GET: fetchRegulation }],
];

const patterns: Readonly<Record<string, string>> = { AccountSid: 'AC[0-9a-fA-F]{32}', PhoneNumber: '[^/]+' };

const routes = templates.map(([template, methods]) => ({ pattern: templatePattern(template), methods }));

/** A known API path, with its variable parts extracted. */
export interface Match {
  methods: Methods;
  params: Readonly<Record<string, string>>;
}

/** Finds the resource for a path. @throws TwilioError 404/20404 */
export function matchPath(path: string): Match {
  for (const { pattern, methods } of routes) {
    const match = pattern.exec(path);
    if (match) return { methods, params: { ...match.groups } };
  }
  throw notFound(path);
}

/** Whether there is a resource for a path. */
export function isKnown(path: string): boolean {
  return routes.some(({ pattern }) => pattern.test(path));
}

/** The handler for a method. @throws TwilioError 405/20004 with an Allow header. */
export function handlerOf({ methods }: Match, method: string): Handler {
  const handler = Object.hasOwn(methods, method) ? methods[method as keyof Methods] : undefined;
  if (handler) return handler;
  throw new TwilioError(405, 20004, `Method not allowed: ${method}`, { Allow: Object.keys(methods).join(', ') });
}

/** A malformed account SID is an unknown resource, not an authentication error. A number may be written with dots. */
function templatePattern(template: string): RegExp {
  const source = template.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, (_match, name: string) => {
    return `(?<${name}>${patterns[name] ?? '[^/.]+'})`;
  });
  return new RegExp(`^${source}$`);
}
