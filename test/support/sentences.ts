import { catalogue } from '../../electron/contract/sentences/catalogue.ts';
import type { Topic } from '../../electron/contract/sentences/sentence.ts';
import { formsOf } from '../../electron/contract/sentences/template.ts';

/** Each sentence of some topics as it stands there, with its slots. */
export function sentencesOf(topics: Readonly<Record<string, Topic>>): string[] {
  return Object.values(topics).flatMap((topic) =>
    Object.values(topic).flatMap((sentence) => formsOf(sentence).map(({ template }) => template)),
  );
}

/** What the host says in English. */
export const englishSentences = sentencesOf(catalogue);
