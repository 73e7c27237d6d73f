import type { Listing } from './catalogue.ts';
import { TwilioError } from './errors.ts';
import type { NumberSettings } from './numberSettings.ts';
import type { Papers } from './papers.ts';
import type { AddressState, BundleState } from './state.ts';

interface Registry extends Papers {
  readonly accountSid: string;
}

/** Statuses that allow having a number. */
const approved: ReadonlySet<BundleState['status']> = new Set(['twilio-approved', 'provisionally-approved']);

/**
 * Checks the bundle and the address for buying or keeping a number. Given papers are checked even where none are
 * needed; how Twilio handles that is unconfirmed.
 * @throws TwilioError 400: 21649 bundle missing or not valid for the number, 21631 address missing, 21613 address
 * unknown, 21615 address not in the number's country, 21651 address not in the bundle.
 */
export function requirePapers(registry: Registry, listing: Listing, settings: Partial<NumberSettings>): void {
  const bundle = requireBundle(registry, listing, settings.bundle_sid ?? null);
  const address = requireAddress(registry, listing, settings.address_sid ?? null);
  if (!bundle || !address || bundle.addressSids.length === 0 || bundle.addressSids.includes(address.sid)) return;
  // Twilio's page about 21651 speaks of documents; public reports quote this message for a purchase.
  throw new TwilioError(400, 21651, `Address [${address.sid}] not contained in bundle [${bundle.sid}]`);
}

/** 21649 for a bundle that does not fit, too: https://www.twilio.com/en-us/changelog/regulated-number-bundle-provisioning-requirement */
function requireBundle({ bundles }: Registry, listing: Listing, sid: string | null): BundleState | null {
  const place = `country: [${listing.iso}] and numberType: [${typeName(listing)}]`;
  if (sid === null) {
    if (!listing.needsBundle) return null;
    throw new TwilioError(400, 21649, `Bundle required and not provided for ${place}`);
  }
  const bundle = bundles.find((known) => known.sid === sid);
  // The code is Twilio's; its message for an unknown or an unapproved bundle is unconfirmed.
  if (!bundle) throw new TwilioError(400, 21649, `Bundle [${sid}] was not found, for ${place}`);
  if (!approved.has(bundle.status)) {
    throw new TwilioError(400, 21649, `Bundle [${sid}] is not approved (${bundle.status}), for ${place}`);
  }
  if (bundle.isoCountry === listing.iso && bundle.numberType === typeName(listing).toLowerCase().replace('_', '-')) {
    return bundle;
  }
  throw new TwilioError(400, 21649, `Bundle [${sid}] does not have the correct regulation type for ${place}`);
}

function requireAddress(registry: Registry, listing: Listing, sid: string | null): AddressState | null {
  const need = listing.addressRequirements;
  if (sid === null) {
    if (need === 'none') return null;
    throw new TwilioError(400, 21631, "Phone Number Requires an Address but the 'AddressSid' parameter was empty.");
  }
  const address = registry.addresses.find((known) => known.sid === sid);
  if (!address) throw unknownAddress(registry, listing, sid);
  // https://www.twilio.com/docs/api/errors/21615 is "Phone Number Requires a Local Address". Twilio checks the exchange
  // area, not just the country; the emulator has no such data.
  if (need !== 'local' || address.isoCountry === listing.iso) return address;
  throw new TwilioError(400, 21615, `No valid address created for: ${listing.iso}`);
}

/** The wording and its code are those of public reports of purchases; Twilio's page about 21613 only says that an address is required. */
function unknownAddress({ accountSid }: Registry, listing: Listing, sid: string): TwilioError {
  const requirement = listing.addressRequirements === 'local' ? 'Local Address requirement' : 'Address requirement';
  return new TwilioError(
    400,
    21613,
    `Could not find Address with sid ${sid} for account ${accountSid} to satisfy ${requirement}`,
  );
}

function typeName({ type }: Listing): string {
  return type === 'tollFree' ? 'TOLL_FREE' : type.toUpperCase();
}
