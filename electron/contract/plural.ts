type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/**
 * Says a count in a language: `counter('en')({ one: '# number', other: '# numbers' })` makes a function of the count.
 * Each # becomes the count as the language writes it.
 */
export function counter(locale: string): (forms: Forms) => (count: number) => string {
  const rules = new Intl.PluralRules(locale);
  const digits = new Intl.NumberFormat(locale);
  return (forms) => (count) => (forms[rules.select(count)] ?? forms.other).replaceAll('#', () => digits.format(count));
}
