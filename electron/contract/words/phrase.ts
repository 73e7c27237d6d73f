/**
 * Something to say to a person, as data. It becomes text where it is read, in the reader's language. `key` names a
 * message in the catalogues, below `host`.
 */
export interface Phrase {
  key: string;
  values?: Values;
}

export type Values = Readonly<Record<string, Value>>;

/** A list is joined with commas. */
export type Value = string | number | Phrase | Foreign | readonly Value[];

/** What another program said, such as Twilio. It is shown as it is, in English. */
export interface Foreign {
  foreign: string;
}

export function isPhrase(value: unknown): value is Phrase {
  if (typeof value !== 'object' || value === null || !('key' in value) || typeof value.key !== 'string') return false;
  return Object.keys(value).every((name) => name === 'key' || name === 'values');
}
