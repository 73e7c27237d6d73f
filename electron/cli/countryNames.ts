/** Adjectives for the most requested countries; the others use their name. */
const adjectives: Record<string, string> = {
  IN: 'Indian',
  US: 'US',
  CA: 'Canadian',
  GB: 'British',
  AU: 'Australian',
  DE: 'German',
  FR: 'French',
  ES: 'Spanish',
  IT: 'Italian',
  NL: 'Dutch',
  SE: 'Swedish',
  PL: 'Polish',
  BR: 'Brazilian',
  MX: 'Mexican',
  JP: 'Japanese',
};

/** `Indian numbers`, or `numbers in Norway`. */
export function numbersOf(country: string): string {
  const adjective = adjectives[country];
  return adjective
    ? `${adjective} numbers`
    : `numbers in ${new Intl.DisplayNames('en', { type: 'region' }).of(country) ?? country}`;
}
