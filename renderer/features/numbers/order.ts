import type { LeaseInput, SearchInput } from '../../../electron/contract/api.ts';
import type { NumberType, Policy, Settings } from '../../../electron/contract/settings.ts';
import type { IdleCount } from '../../../electron/contract/state.ts';
import { countryName } from '../../ui/countries.ts';
import { formatDuration, leaseRange, parseDuration } from '../../ui/duration.ts';

/** The values of the dialog's fields; an empty text means no preference. */
export interface OrderFields {
  country: string;
  type: NumberType | null;
  label: string;
  /** As people write it, such as "5 min". */
  duration: string;
  policy: Policy;
  contains: string;
  areaCode: string;
  locality: string;
  capabilities: string[];
  fresh: boolean;
  service: string;
}

/** The fields under "More", where an error could go unseen. */
export const moreFields = ['contains', 'areaCode', 'locality', 'capabilities', 'service'] as const;

/** The dialog's initial values, on top of the settings. */
export interface FirstChoice {
  country?: string | null | undefined;
  type?: NumberType | null | undefined;
  policy?: Policy | null | undefined;
  label?: string | null | undefined;
}

export function firstFields(settings: Settings, { country, type, policy, label }: FirstChoice = {}): OrderFields {
  return {
    country: country ?? settings.country,
    type: type ?? settings.type,
    label: label ?? '',
    duration: formatDuration(settings.ttlSeconds),
    policy: policy ?? settings.policy,
    contains: '',
    areaCode: '',
    locality: '',
    capabilities: [],
    fresh: false,
    service: '',
  };
}

/** The fields of an order that was made before. */
export function fieldsOf(order: LeaseInput, settings: Settings): OrderFields {
  return {
    ...firstFields(settings, order),
    type: order.type ?? null,
    duration: formatDuration(order.ttlSeconds ?? settings.ttlSeconds),
    contains: order.contains ?? '',
    areaCode: order.areaCode ?? '',
    locality: order.locality ?? '',
    capabilities: order.capabilities ?? [],
    fresh: order.fresh ?? false,
    service: order.service ?? '',
  };
}

/** Whether anything under "More" is filled in, so that it must not be hidden. */
export function usesMore(fields: OrderFields): boolean {
  return fields.fresh || moreFields.some((name) => fields[name].length > 0);
}

/** "United States · 5 min · checkout" */
export function orderText({ country, ttlSeconds, label }: LeaseInput): string {
  return [country && countryName(country), ttlSeconds && formatDuration(ttlSeconds), label].filter(Boolean).join(' · ');
}

/** Whether a number in this country can be requested by area code. */
export function hasAreaCodes(country: string): boolean {
  return country === 'US' || country === 'CA';
}

export function searchInput(fields: OrderFields): SearchInput {
  const { country, type, areaCode, capabilities } = fields;
  return {
    country,
    ...(type !== null && { type }),
    ...given('contains', fields.contains),
    ...(hasAreaCodes(country) && given('areaCode', areaCode)),
    ...given('locality', fields.locality),
    ...(capabilities.length > 0 && { capabilities: capabilities as NonNullable<SearchInput['capabilities']> }),
  };
}

export function leaseInput(fields: OrderFields): LeaseInput {
  return {
    ...searchInput(fields),
    policy: fields.policy,
    ...given('label', fields.label),
    ...(fields.fresh && { fresh: true, ...given('service', fields.service) }),
    // Only a valid duration gets here: see orderErrors.
    ttlSeconds: parseDuration(fields.duration) ?? leaseRange.min,
  };
}

function given<K extends string>(name: K, text: string): { [N in K]?: string } {
  const trimmed = text.trim();
  return trimmed === '' ? {} : ({ [name]: trimmed } as { [N in K]: string });
}

/**
 * Whether a waiting number will serve this order, so that nothing is bought. We do not know here what a waiting number
 * can do or where it is from, so an order that asks for either may need a purchase.
 */
export function isKeptReady(idle: readonly IdleCount[], fields: OrderFields): boolean {
  const { contains, areaCode, locality, capabilities, ...search } = searchInput(fields);
  const isPlain = [contains, areaCode, locality, capabilities].every((prefill) => prefill === undefined);
  return isPlain && !fields.fresh && idle.some((kept) => serves(kept, search, fields.policy));
}

/** A "keep" number serves any lease; one given back before its next bill serves only leases that would keep it, too. */
function serves(kept: IdleCount, { country, type }: SearchInput, policy: Policy): boolean {
  const fits = kept.country === country && (type === undefined || type === kept.type);
  return fits && kept.count > 0 && (kept.policy === 'keep' || (kept.policy === 'renewal' && policy !== 'release'));
}

/**
 * The request id of an order. The same order keeps its id while we do not know whether it was carried out, so that
 * trying again cannot buy a second number; any other order gets a new id.
 */
export class OrderId {
  #id: string | null = null;
  #order = '';

  for(input: LeaseInput): string {
    const order = JSON.stringify(input);
    if (this.#id === null || this.#order !== order) this.#id = crypto.randomUUID();
    this.#order = order;
    return this.#id;
  }

  /** The host has refused for good: the next try is a new order. */
  settled(): void {
    this.#id = null;
  }
}
