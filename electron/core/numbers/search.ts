import type { SearchInput } from '../../contract/api.ts';
import { numberTypes, type Settings } from '../../contract/settings.ts';
import type { AvailableNumbers } from '../../contract/state.ts';
import type { Telephony } from '../ports.ts';

/** Numbers to choose from, of the first type that has any, with what one costs a month. Rejects with the account's AppError. */
export async function searchNumbers(
  telephony: Telephony,
  query: SearchInput,
  settings: Settings,
): Promise<AvailableNumbers> {
  const country = query.country ?? settings.country;
  const wanted = query.type ?? settings.type;
  for (const type of wanted ? [wanted] : numberTypes) {
    const numbers = await telephony.search({ ...query, country, type, limit: 50 });
    if (numbers.length === 0) continue;
    return { numbers, monthlyPrice: await telephony.monthlyPrice(country, type).catch(() => null) };
  }
  return { numbers: [], monthlyPrice: null };
}
