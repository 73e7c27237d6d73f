import type { NumberType } from '../../contract/settings.ts';

/** What the digits of a number (E.164) say about it. `country` is empty and `type` null if they do not say. */
export async function describeNumber(number: string): Promise<{ country: string; type: NumberType | null }> {
  // The tables are large and rarely needed.
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/max');
  const parsed = parsePhoneNumberFromString(number);
  return { country: parsed?.country ?? '', type: types[parsed?.getType() ?? ''] ?? null };
}

/** In North America landline and mobile numbers look the same; Twilio sells both as local ones. */
const types: Record<string, NumberType> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'local',
  FIXED_LINE_OR_MOBILE: 'local',
  TOLL_FREE: 'tollFree',
};
