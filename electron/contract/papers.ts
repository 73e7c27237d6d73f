import type { NumberType } from './settings.ts';

/** A regulatory bundle of the account. */
export interface Bundle {
  sid: string;
  name: string;
  country: string | null;
  type: NumberType | null;
  status: string;
  /** Whether Twilio sells numbers with it. */
  approved: boolean;
}

/** A postal address of the account. */
export interface Address {
  sid: string;
  name: string;
  city: string;
  country: string;
}

/** The papers on the account. Twilio's API cannot list identities (RI…): their SID is entered by hand. */
export interface Papers {
  bundles: Bundle[];
  addresses: Address[];
}
