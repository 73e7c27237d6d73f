// Pictures, because Windows shows flag emojis as the country's letters.
const files = import.meta.glob<string>('../../node_modules/country-flag-icons/3x2/*.svg', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

/** The flag of an ISO 3166-1 alpha-2 code, if it has one. */
export function FlagImage({ country }: { country: string }) {
  const src = files[`../../node_modules/country-flag-icons/3x2/${country.toUpperCase()}.svg`];
  return src === undefined ? null : <img className="flag" src={src} alt="" width={18} height={12} loading="lazy" />;
}
