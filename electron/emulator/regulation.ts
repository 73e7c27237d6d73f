import { createHash } from 'node:crypto';
import { findCountry } from './countries.ts';
import type { BundleState } from './state.ts';

export const endUserTypes = ['business', 'individual'] as const;

/** What a country requires for numbers of one type. */
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

/** The regulation met by a bundle of this country and type; all bundles here are for businesses. */
export function regulationSidOf(scope: Scope): string {
  return regulationOf(scope, 'business').sid;
}

/** Always the same: they belong to Twilio, not to the account. */
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
