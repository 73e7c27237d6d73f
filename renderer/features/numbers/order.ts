import { leaseSchema, type LeaseInput, type SearchInput } from '../../../electron/contract/api.ts';
import type { NumberType, Settings } from '../../../electron/contract/settings.ts';
import { fieldErrors } from '../../ui/validation.ts';

/** What the dialog's fields hold; an empty text means that nothing is asked for. */
export interface OrderFields {
  country: string;
  type: NumberType | null;
  contains: string;
  label: string;
  /** A text while it is not a number yet. */
  ttlSeconds: number | string;
}

export function firstFields(settings: Settings, country: string | null): OrderFields {
  const { type, ttlSeconds } = settings;
  return { country: country ?? settings.country, type, contains: '', label: '', ttlSeconds };
}

export function searchInput({ country, type, contains }: OrderFields): SearchInput {
  return {
    country,
    ...(type !== null && { type }),
    ...(contains.trim() !== '' && { contains: contains.trim() }),
  };
}

export function leaseInput(fields: OrderFields): LeaseInput {
  return {
    ...searchInput(fields),
    ...(fields.label.trim() !== '' && { label: fields.label.trim() }),
    // A text that is no number goes through as it is: the schema says what is wrong with it.
    ttlSeconds: fields.ttlSeconds as number,
  };
}

export function orderErrors(fields: OrderFields): Record<string, string> {
  return fieldErrors(leaseSchema, leaseInput(fields));
}

/**
 * The request id of an order. The same order keeps its id while it is not known whether it was carried out, so that
 * trying again cannot buy a second number; any other order gets a new one.
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

  /** The host said no for good: the next try is a new order. */
  settled(): void {
    this.#id = null;
  }
}
