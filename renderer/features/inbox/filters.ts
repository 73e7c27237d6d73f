import type { MessageFilter } from '../../../electron/contract/messages.ts';

/** The values of the inbox's filters; null means no filter. */
export interface Wanted {
  search: string;
  number: string | null;
  service: string | null;
  withCode: boolean | null;
  noLease: boolean;
}

export const everything: Wanted = { search: '', number: null, service: null, withCode: null, noLease: false };

/** The same for the host, without the unused filters. */
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
