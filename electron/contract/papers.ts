import type { NumberType } from './settings.ts';

/** A regulatory bundle of the account. */
export interface Bundle {
  sid: string;
  name: string;
  country: string | null;
  type: NumberType | null;
  status: string;
  /** Whether Twilio sells numbers on it. */
  approved: boolean;
}

/** A postal address of the account. */
export interface Address {
  sid: string;
  name: string;
  city: string;
  country: string;
}

/** The papers on the account. Identities (RI…) cannot be listed by Twilio's API: their SID is entered by hand. */
export interface Papers {
  bundles: Bundle[];
  addresses: Address[];
}
