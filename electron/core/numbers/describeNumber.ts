import type { NumberType } from '../../contract/settings.ts';

/** What a number (E.164) tells of itself by its digits. `country` is empty and `type` null when they do not tell. */
export async function describeNumber(number: string): Promise<{ country: string; type: NumberType | null }> {
  // The tables are large and seldom needed.
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
