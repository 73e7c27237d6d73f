import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { bareAddress } from '../../electron/contract/addresses.ts';
import { plainText } from '../../electron/contract/plainText.ts';
import type { Lease, Money } from '../../electron/contract/state.ts';
import { locale } from '../language.ts';
import { remembered } from './remembered.ts';
import { strings } from './strings.ts';

/** The national format of an E.164 number, without its channel; anything else (short code, letters) as it is. */
export const formatNumber = remembered((address) => {
  const number = bareAddress(address);
  return parsePhoneNumberFromString(number)?.formatNational() ?? plainText(number);
});

/** The international format of an E.164 number, for numbers of many countries; anything else as it is. */
export const formatInternational = remembered((address) => {
  const number = bareAddress(address);
  return parsePhoneNumberFromString(number)?.formatInternational() ?? plainText(number);
});

/** The country of an E.164 number by its digits; null when they do not tell. */
export function countryOfNumber(number: string): string | null {
  return parsePhoneNumberFromString(number)?.country ?? null;
}

const moneyFormat = remembered((currency) => new Intl.NumberFormat(locale(), { style: 'currency', currency }));

/** "$1.15" from decimal text. The amount goes to Intl as text, so that it is never rounded as a float. */
export function formatMoney({ amount, currency }: Money): string {
  try {
    return moneyFormat(currency).format(amount as `${number}`);
  } catch {
    return `${amount} ${currency.toUpperCase()}`;
  }
}

/** The name of a lease: its label, else its number. */
export function leaseName({ label, number }: Pick<Lease, 'label' | 'number'>): string {
  return label ?? (number === null ? strings.numbers.unnamed : formatNumber(number));
}

/** "Asha and the nightly pipeline". The names come from other people, so nothing in them is hidden or reordered. */
export function formatList(names: readonly string[]): string {
  return new Intl.ListFormat(locale()).format(names.map(plainText));
}

// Created once: creating one takes longer than drawing a message.
const timeOfDay = new Intl.DateTimeFormat(locale(), { timeStyle: 'medium' });
const dayAndTime = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' });

/** Only the time for today, otherwise with the day. `now` is milliseconds since the epoch. */
export function formatTime(iso: string, now = Date.now()): string {
  const date = new Date(iso);
  const today = date.toDateString() === new Date(now).toDateString();
  return (today ? timeOfDay : dayAndTime).format(date);
}

/** "1 Dec"; with the year if it is not the current one. `now` is milliseconds since the epoch. */
export function formatDay(iso: string, now = Date.now()): string {
  const date = new Date(iso);
  const thisYear = date.getFullYear() === new Date(now).getFullYear();
  return date.toLocaleDateString(locale(), {
    day: 'numeric',
    month: 'short',
    ...(thisYear ? {} : { year: 'numeric' }),
  });
}

const agoUnits = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** "5 minutes ago", or null if that is less than `from` milliseconds ago. */
export function formatAge(iso: string, now: number, from: number): string | null {
  const age = now - Date.parse(iso);
  const [unit, length] = agoUnits.find(([, ms]) => age >= ms) ?? ['minute', 60_000];
  if (!(age >= from)) return null;
  return new Intl.RelativeTimeFormat(locale(), { style: 'short' }).format(-Math.floor(age / length), unit);
}

/** The full day: "Monday, 2 March"; with the year if it is not the current one. */
export function formatFullDay(iso: string, now = Date.now()): string {
  const date = new Date(iso);
  const thisYear = date.getFullYear() === new Date(now).getFullYear();
  return date.toLocaleDateString(undefined, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(thisYear ? {} : { year: 'numeric' }),
  });
}
