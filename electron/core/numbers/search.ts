import type { SearchInput } from '../../contract/api.ts';
import { numberTypes, type Settings } from '../../contract/settings.ts';
import type { AvailableNumbers } from '../../contract/state.ts';
import type { Prices } from '../money/prices.ts';
import type { Telephony } from '../ports.ts';

/** Numbers to choose from, of the first type that has any, and their price. Rejects with the account's AppError. */
export async function searchNumbers(
  { telephony, prices, settings }: { telephony: Telephony; prices: Prices; settings: Settings },
  query: SearchInput,
): Promise<AvailableNumbers> {
  const country = query.country ?? settings.country;
  const wanted = query.type ?? settings.type;
  for (const type of wanted ? [wanted] : numberTypes) {
    const numbers = await telephony.search({ ...query, country, type, limit: 50 });
    if (numbers.length === 0) continue;
    const known = await prices.monthly(country, type).catch(() => null);
    return { numbers, monthlyPrice: known?.price ?? null, priceAsOf: known?.price ? known.asOf : null };
  }
  return { numbers: [], monthlyPrice: null, priceAsOf: null };
}
