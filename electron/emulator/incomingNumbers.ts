import { invalidParameter } from './errors.ts';
import { rfc2822 } from './dates.ts';
import { parseSettings } from './numberSettings.ts';
import { containsPattern } from './numberSearch.ts';
import { listBody, paginate } from './paging.ts';
import { requirePapers } from './paperRules.ts';
import { buyNumber } from './purchase.ts';
import { accountPath, booleanParam, e164Param, requested, type Handler } from './rest.ts';
import { numberState, remember, type OwnedNumber, type World } from './world.ts';

/** `POST IncomingPhoneNumbers.json`: buys a number. 201; errors as in {@link buyNumber}. */
export const createNumber: Handler = ({ world }, request) => ({
  status: 201,
  body: numberResource(world, buyNumber(world, request.form)),
});

/** `GET IncomingPhoneNumbers.json`: the account's numbers, newest first. 400/20001 for a bad filter. */
export const listNumbers: Handler = ({ world }, request) => {
  const numbers = world.owned.toReversed().filter(numberFilter(request.query));
  const page = paginate(request, numbers, (number) => number.sid);
  return {
    status: 200,
    body: listBody(request, 'incoming_phone_numbers', page, (number) => numberResource(world, number)),
  };
};

/** `GET IncomingPhoneNumbers/{Sid}.json`. 404/20404 when the account does not have it. */
export const fetchNumber: Handler = ({ world }, request) => ({
  status: 200,
  body: numberResource(world, requested(world.owned, request)),
});

/** `POST IncomingPhoneNumbers/{Sid}.json`: changes the settings that the form names. Errors as {@link parseSettings} and {@link requirePapers}. */
export const updateNumber: Handler = ({ world }, request) => {
  const number = requested(world.owned, request);
  const owner = request.form.get('AccountSid');
  if (owner !== null && owner !== world.accountSid)
    throw invalidParameter(`AccountSid ${owner} is not a subaccount of this account`);
  const changes = parseSettings(request.form);
  const settings = { ...number.settings, ...changes };
  if (!number.magic && ('bundle_sid' in changes || 'address_sid' in changes)) {
    requirePapers(world, number.listing, settings);
  }
  number.settings = settings;
  number.updatedAt = world.now();
  return { status: 200, body: numberResource(world, number) };
};

/** `DELETE IncomingPhoneNumbers/{Sid}.json`: releases the number. 204, or 404/20404 when it is already gone. */
export const releaseNumber: Handler = ({ world }, request) => {
  const number = requested(world.owned, request);
  world.owned = world.owned.filter((other) => other !== number);
  remember(world.released, { ...numberState(number), releasedAt: world.now() });
  return { status: 204 };
};

/** PhoneNumber matches partially and with `*`, as Twilio documents; FriendlyName and Origin must match exactly. */
function numberFilter(query: URLSearchParams): (number: OwnedNumber) => boolean {
  const phoneNumber = e164Param(query, 'PhoneNumber');
  const pattern = phoneNumber === null ? null : containsPattern(phoneNumber);
  const [friendlyName, origin] = [query.get('FriendlyName'), query.get('Origin')];
  const beta = booleanParam(query, 'Beta') ?? true;
  return ({ listing, settings }) =>
    (pattern === null || pattern.test(listing.phoneNumber)) &&
    (friendlyName === null || settings.friendly_name === friendlyName) &&
    (origin === null || origin === 'twilio') &&
    (beta || !listing.beta);
}

function numberResource(world: World, number: OwnedNumber): Record<string, unknown> {
  const { sid, listing, settings } = number;
  return {
    account_sid: world.accountSid,
    address_requirements: listing.addressRequirements,
    api_version: '2010-04-01',
    beta: listing.beta,
    capabilities: listing.capabilities,
    date_created: rfc2822(number.boughtAt),
    date_updated: rfc2822(number.updatedAt),
    ...settings,
    emergency_address_status: settings.emergency_address_sid ? 'registered' : 'unregistered',
    origin: 'twilio',
    phone_number: listing.phoneNumber,
    sid,
    status: 'in-use',
    type: listing.type.toLowerCase(),
    uri: `${accountPath(world)}/IncomingPhoneNumbers/${sid}.json`,
  };
}
