import { createHash } from 'node:crypto';
import { findCountry } from './countries.ts';
import type { BundleState } from './state.ts';

export const endUserTypes = ['business', 'individual'] as const;

/** What a country asks for before somebody may have a number of one type there. */
export interface Regulation {
  sid: string;
  friendlyName: string;
  isoCountry: string;
  numberType: BundleState['numberType'];
  endUserType: (typeof endUserTypes)[number];
}

export type Scope = Pick<BundleState, 'isoCountry' | 'numberType'>;

const typeNames: Readonly<Record<BundleState['numberType'], string>> = {
  local: 'Local',
  mobile: 'Mobile',
  'toll-free': 'Toll-Free',
};

/** The regulation that a bundle of this country and type meets; bundles here are those of businesses. */
export function regulationSidOf(scope: Scope): string {
  return regulationOf(scope, 'business').sid;
}

/** The same at each start: they are Twilio's, not the account's. */
export function regulationOf({ isoCountry, numberType }: Scope, endUserType: Regulation['endUserType']): Regulation {
  const key = `${isoCountry} ${numberType} ${endUserType}`;
  const country = findCountry(isoCountry)?.name ?? isoCountry;
  const endUser = endUserType === 'business' ? 'Business' : 'Individual';
  return {
    sid: `RN${createHash('sha256').update(key).digest('hex').slice(0, 32)}`,
    friendlyName: `${country}: ${typeNames[numberType]} - ${endUser}`,
    isoCountry,
    numberType,
    endUserType,
  };
}
