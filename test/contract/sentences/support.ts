import { catalogue } from '../../../electron/contract/sentences/catalogue.ts';
import { phrases, type Topic } from '../../../electron/contract/sentences/sentence.ts';
import { formsOf, parseTemplate, type Slot } from '../../../electron/contract/sentences/template.ts';

/** Each form of each sentence of the catalogue. */
export interface Known {
  topic: string;
  name: string;
  isOne: boolean;
  texts: readonly string[];
  slots: readonly Slot[];
  /** Says it with these values for its slots. */
  say(values: Record<string, unknown>): string;
}

export const known: Known[] = Object.entries<Topic>(catalogue).flatMap(([topic, sentences]) => {
  const said = phrases(sentences) as Record<string, string | ((values: unknown) => string)>;
  return Object.entries(sentences).flatMap(([name, template]) =>
    formsOf(template).map(({ category, template }): Known => {
      const phrase = said[name] ?? '';
      const isOne = category === 'one';
      return {
        topic,
        name,
        isOne,
        ...parseTemplate(template),
        say: (values) => (typeof phrase === 'string' ? phrase : phrase(isOne ? { ...values, count: 1 } : values)),
      };
    }),
  );
});

/** A value for a slot that says nothing which the catalogue knows. */
function sample({ name, kind }: Slot): unknown {
  if (kind === 'number') return name === 'count' ? 7 : 403;
  if (kind === 'list') return ['+14155550123', 'one that is being bought'];
  if (kind === 'path') return 'papers.IN.bundleSid';
  return kind === 'sentence' ? 'Nothing is to be done.' : `⟨${name}⟩`;
}

export function samples(slots: readonly Slot[]): Record<string, unknown> {
  return Object.fromEntries(slots.map((slot) => [slot.name, sample(slot)]));
}
