import { languages } from './texts.ts';

/** On Twilio's list, too (https://www.twilio.com/docs/verify/supported-languages). They get English. */
const untranslated: readonly string[] = ['kn', 'te'];
const regional: readonly string[] = ['en-gb', 'zh-cn'];

/** The language of a locale such as `pt-BR` or `pt_BR`; null when it is not on Twilio's list. */
export function languageOf(locale: string): string | null {
  const tag = locale.toLowerCase().replace('_', '-');
  if (languages.includes(tag)) return tag;
  if (untranslated.includes(tag)) return 'en';
  return regional.includes(tag) ? tag.slice(0, 2) : null;
}

const countries: Readonly<Record<string, string>> = {
  es: 'AR CL CO CR DO EC ES GT HN MX NI PA PE PY SV UY VE',
  fr: 'FR',
  de: 'AT DE',
  it: 'IT',
  pt: 'PT',
  'pt-br': 'BR',
  nl: 'NL',
  sv: 'SE',
  da: 'DK',
  nb: 'NO',
  fi: 'FI',
  pl: 'PL',
  cs: 'CZ',
  sk: 'SK',
  hu: 'HU',
  ro: 'RO',
  hr: 'HR',
  el: 'GR',
  bg: 'BG',
  ru: 'RU',
  uk: 'UA',
  et: 'EE',
  lt: 'LT',
  tr: 'TR',
  ar: 'AE BH EG JO KW OM QA SA',
  he: 'IL',
  id: 'ID',
  ms: 'MY',
  vi: 'VN',
  th: 'TH',
  ja: 'JP',
  ko: 'KR',
  zh: 'CN',
  'zh-hk': 'HK TW',
};
const byCountry = new Map(
  Object.entries(countries).flatMap(([language, isos]) => isos.split(' ').map((iso) => [iso, language] as const)),
);

/** The language of a message without a locale: that of the number's country, else English. */
export function languageIn(country: string | null): string {
  return byCountry.get(country ?? '') ?? 'en';
}
