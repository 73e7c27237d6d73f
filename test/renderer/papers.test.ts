import { describe, expect, it } from 'vitest';
import type { Bundle } from '../../electron/contract/papers.ts';
import { addressOptions, bundleOptions, noPapers, papersCountries } from '../../renderer/features/papers/papers.ts';

const bundle = { name: 'German mobile', type: null };
const approved: Bundle = { ...bundle, sid: 'BU1', country: 'DE', status: 'twilio-approved', approved: true };
const pending: Bundle = { ...approved, sid: 'BU2', country: null, status: 'pending-review', approved: false };
const addresses = [
  { sid: 'AD1', name: 'Example Ltd', city: 'Paris', country: 'FR' },
  { sid: 'AD2', name: 'Example GmbH', city: 'Berlin', country: 'DE' },
];

describe('papers', () => {
  it('are chosen for each country that has some, or was added, by name', () => {
    const chosen = { IT: { ...noPapers, addressSid: 'AD9' }, US: noPapers };
    expect(papersCountries({ bundles: [approved], addresses }, chosen, ['AT'])).toEqual(['AT', 'FR', 'DE', 'IT']);
  });

  it('that are not approved are shown with their status, and cannot be chosen', () => {
    expect(bundleOptions([approved, pending], 'DE', null)).toEqual([
      { value: '', label: 'None' },
      { value: 'BU1', label: 'German mobile' },
      { value: 'BU2', label: 'German mobile (pending-review)', disabled: true },
    ]);
    expect(bundleOptions([approved], 'FR', null)).toHaveLength(1);
  });

  it('of the country come first, and what is chosen is never hidden', () => {
    expect(addressOptions(addresses, 'DE', 'AD9').map(({ value }) => value)).toEqual(['', 'AD2', 'AD1', 'AD9']);
  });
});
