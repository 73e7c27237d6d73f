import { availableIn, isAvailable } from './availableNumbers.ts';
import { billPurchase } from './billing.ts';
import { friendlyNameOf, type Listing } from './catalogue.ts';
import { TwilioError } from './errors.ts';
import { formatUsd } from './money.ts';
import { defaultSettings, parseSettings, type NumberSettings } from './numberSettings.ts';
import { areaCodeOf } from './numberSearch.ts';
import { requirePapers } from './paperRules.ts';
import { e164Param } from './rest.ts';
import { newSid } from './sids.ts';
import { balanceOf, type OwnedNumber, type World } from './world.ts';

/*
 * Magic inputs of Twilio's test credentials (https://www.twilio.com/docs/iam/test-credentials). Here they work with the
 * account's own credentials. As at Twilio, buying one costs nothing and needs no papers; otherwise it is an ordinary
 * number, except that it can be bought again and again.
 */
const magicAvailable = '+15005550006';
const magicUnavailable = '+15005550000';
const magicInvalid = '+15005550001';
const magicAreaCode = '500';

/**
 * Buys a number for a month and bills it at once.
 * @throws TwilioError 400: 21421 not a valid number, 21422 not available, 21451 not an area code, 21452 none in the
 * area code, 400 neither number nor area code, 21404 second number of a trial account, 20005 not enough money, and
 * what {@link requirePapers} and {@link parseSettings} throw.
 */
export function buyNumber(world: World, form: URLSearchParams): OwnedNumber {
  const settings = parseSettings(form);
  const listing = chooseListing(world, form);
  const magic = listing.phoneNumber === magicAvailable;
  if (!magic) {
    refuseSecondTrialNumber(world);
    requirePapers(world, listing, settings);
    requireFunds(world, listing);
  }
  const number = owned(world, listing, magic, settings, form);
  world.owned.push(number);
  if (!magic) billPurchase(world, number);
  return number;
}

function chooseListing(world: World, form: URLSearchParams): Listing {
  const phoneNumber = e164Param(form, 'PhoneNumber');
  if (phoneNumber !== null && phoneNumber !== '') return byNumber(world, phoneNumber);
  const areaCode = form.get('AreaCode');
  if (areaCode !== null && areaCode !== '') return byAreaCode(world, areaCode);
  // Twilio has no code of its own for this: `Error code 400 from Twilio: did or area_code is required` (twilio-cli issue 98).
  throw new TwilioError(400, 400, 'PhoneNumber or AreaCode is required');
}

function byNumber(world: World, phoneNumber: string): Listing {
  if (phoneNumber === magicAvailable) return magicListing();
  if (phoneNumber === magicInvalid || !/^\+[1-9]\d{6,14}$/.test(phoneNumber)) {
    throw new TwilioError(400, 21421, `${phoneNumber} is not a valid phone number`);
  }
  const listing = world.catalogue.get(phoneNumber);
  const taken = phoneNumber === magicUnavailable || world.faults.takenNumbers.includes(phoneNumber);
  if (listing && !taken && isAvailable(world, listing)) return listing;
  throw new TwilioError(400, 21422, `${phoneNumber} is not available`);
}

function byAreaCode(world: World, areaCode: string): Listing {
  if (!/^\d{3}$/.test(areaCode)) throw new TwilioError(400, 21451, `Invalid area code: ${areaCode}`);
  if (areaCode === magicAreaCode) return magicListing();
  const candidates = ['US', 'CA'].flatMap((iso) => [
    ...availableIn(world, iso, 'local'),
    ...availableIn(world, iso, 'tollFree'),
  ]);
  const listing = candidates.find(({ phoneNumber }) => {
    return areaCodeOf(phoneNumber) === areaCode && !world.faults.takenNumbers.includes(phoneNumber);
  });
  if (listing) return listing;
  throw new TwilioError(400, 21452, `No phone numbers found in area code ${areaCode}`);
}

function magicListing(): Listing {
  return {
    phoneNumber: magicAvailable,
    friendlyName: friendlyNameOf(magicAvailable),
    iso: 'US',
    type: 'local',
    area: null,
    capabilities: { voice: true, sms: true, mms: true, fax: false },
    addressRequirements: 'none',
    beta: false,
    needsBundle: false,
    monthly: 0,
  };
}

function refuseSecondTrialNumber(world: World): void {
  if (!world.faults.trial || world.owned.every((number) => number.magic)) return;
  const upgrade = 'To purchase additional numbers, please upgrade your account.';
  throw new TwilioError(400, 21404, `Trial accounts are allowed only one Twilio number. ${upgrade}`);
}

/** No source gives the code for an insufficient balance; 20005 is the one whose text mentions funds. */
function requireFunds(world: World, listing: Listing): void {
  const balance = balanceOf(world);
  if (balance >= listing.monthly) return;
  const [have, need] = [formatUsd(balance), formatUsd(listing.monthly)];
  throw new TwilioError(
    400,
    20005,
    `Insufficient funds: the balance of ${have} USD does not cover the ${need} USD that this number costs`,
  );
}

function owned(
  world: World,
  listing: Listing,
  magic: boolean,
  settings: Partial<NumberSettings>,
  form: URLSearchParams,
): OwnedNumber {
  const at = world.now();
  const named = settings.friendly_name === '' ? { ...settings, friendly_name: listing.friendlyName } : settings;
  return {
    sid: newSid('PN'),
    listing,
    magic,
    settings: { ...defaultSettings(listing.friendlyName), ...named },
    boughtAt: at,
    updatedAt: at,
    bills: [],
    boughtWith: Object.fromEntries(form),
  };
}
