import type { MessageFilter } from '../../../electron/contract/messages.ts';

/** What the fields of the inbox say; null: does not narrow. */
export interface Wanted {
  search: string;
  number: string | null;
  service: string | null;
  withCode: boolean | null;
  noLease: boolean;
}

export const everything: Wanted = { search: '', number: null, service: null, withCode: null, noLease: false };

/** The same for the host, without what does not narrow. */
export function filterOf({ search, number, service, withCode, noLease }: Wanted): MessageFilter {
  const text = search.trim();
  return {
    ...(text !== '' && { search: text }),
    ...(number !== null && { number }),
    ...(service !== null && { service }),
    ...(withCode !== null && { withCode }),
    ...(noLease && { noLease }),
  };
}
