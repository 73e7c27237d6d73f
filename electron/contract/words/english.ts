import { MessageFormatter } from './format.ts';
import en from './en.json' with { type: 'json' };
import { isPhrase, type Phrase } from './phrase.ts';

const formatter = new MessageFormatter('en', en);

/** For the log, the command line and the automation API, which always speak English. */
export function english(phrase: Phrase): string {
  return formatter.text(phrase);
}

/** What happened and what to do next, as one line for the log or the command line. */
export function englishLine({ message, hint }: { message: Phrase; hint: Phrase }): string {
  return `${english(message)} ${english(hint)}`;
}

/** As sent to scripts. */
export type InEnglish<T> = T extends Phrase ? string : T extends object ? { [Name in keyof T]: InEnglish<T[Name]> } : T;

/** A replacer for JSON.stringify that makes an `InEnglish` of what it is given. */
export function inEnglish(_name: string, value: unknown): unknown {
  return isPhrase(value) ? english(value) : value;
}
