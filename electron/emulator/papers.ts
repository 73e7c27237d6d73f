import { regulationSidOf } from './regulation.ts';
import { newSid } from './sids.ts';
import type { AddressState, BundleState } from './state.ts';

/** What identifies a paper; the rest is made up when it is added. */
export type BundleDraft = Omit<BundleState, 'sid' | 'regulationSid' | 'createdAt' | 'updatedAt'>;
export type AddressDraft = Omit<AddressState, 'sid' | 'createdAt' | 'updatedAt'>;

/** The regulatory papers of an account. */
export interface Papers {
  bundles: BundleState[];
  addresses: AddressState[];
}

/** A bundle with a SID. `at` is in milliseconds since the epoch. */
export function newBundle(draft: BundleDraft, at: number): BundleState {
  return { sid: newSid('BU'), regulationSid: regulationSidOf(draft), ...draft, createdAt: at, updatedAt: at };
}

/** An address with a SID. `at` is in milliseconds since the epoch. */
export function newAddress(draft: AddressDraft, at: number): AddressState {
  return { sid: newSid('AD'), ...draft, createdAt: at, updatedAt: at };
}

/** Starting papers, as after earlier purchases abroad: one approved bundle, one under review, one address. */
export function starterPapers(at: number): Papers {
  const bundles: BundleDraft[] = [
    {
      friendlyName: 'UK mobile - Business',
      isoCountry: 'GB',
      numberType: 'mobile',
      status: 'twilio-approved',
      addressSids: [],
    },
    {
      friendlyName: 'Germany local - Business',
      isoCountry: 'DE',
      numberType: 'local',
      status: 'pending-review',
      addressSids: [],
    },
  ];
  return {
    bundles: bundles.map((draft) => newBundle(draft, at)),
    addresses: [newAddress({ ...exampleAddress, isoCountry: 'GB' }, at)],
  };
}

/** An address where nobody lives. */
export const exampleAddress: Omit<AddressDraft, 'isoCountry'> = {
  customerName: 'Example Testing Ltd',
  friendlyName: 'Office',
  street: '1 Example Street',
  streetSecondary: null,
  city: 'London',
  region: 'Greater London',
  postalCode: 'SW1A 1AA',
  emergencyEnabled: false,
};
