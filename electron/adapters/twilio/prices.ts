import type { Twilio } from 'twilio';
import type { NumberType } from '../../contract/settings.ts';
import type { PriceList } from '../../core/ports.ts';
import { decimalText, isNotFound } from './answers.ts';

/** Number types in Twilio's price list. */
const typesByName: Partial<Record<string, NumberType>> = {
  local: 'local',
  mobile: 'mobile',
  'toll free': 'tollFree',
};

/** Twilio's monthly number prices (pricing.twilio.com/v1/PhoneNumbers/Countries); empty for unsold countries. */
export async function monthlyPrices(twilio: Twilio, country: string): Promise<PriceList> {
  try {
    const { phoneNumberPrices, priceUnit } = await twilio.pricing.v1.phoneNumbers.countries(country).fetch();
    return priceList(phoneNumberPrices, priceUnit.toUpperCase());
  } catch (thrown) {
    if (isNotFound(thrown)) return {};
    throw thrown;
  }
}

interface ListedPrice {
  numberType?: unknown;
  currentPrice?: unknown;
  basePrice?: unknown;
}

function priceList(prices: ListedPrice[], currency: string): PriceList {
  const list: PriceList = {};
  for (const { numberType, currentPrice, basePrice } of prices) {
    const type = typesByName[String(numberType)];
    if (type) list[type] = { amount: decimalText(currentPrice ?? basePrice), currency };
  }
  return list;
}
