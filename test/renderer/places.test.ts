import { describe, expect, it } from 'vitest';
import { catalogue } from '../../electron/contract/sentences/catalogue.ts';
import { hindi as hindiCatalogue } from '../../electron/contract/sentences/hindi.ts';
import { english } from '../../renderer/ui/strings/english.ts';
import { hindi } from '../../renderer/ui/strings/hi.ts';
import { sentencesOf } from '../support/sentences.ts';

/** Words in quotation marks that are no name in the interface: what scripts and a shell are told. */
const notNames = ['waitSeconds', 'keep', 'npm ci'];

/** Every text of the interface that takes no values. */
function textsOf(words: object): string[] {
  return Object.values(words).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? textsOf(value) : [];
  });
}

const languages = [
  ['English', sentencesOf(catalogue), english],
  ['Hindi', sentencesOf(hindiCatalogue), hindi],
] as const;

describe.each(languages)('what the host says in %s', (_language, sentences, words) => {
  it('quotes no name that the interface does not have', () => {
    // A long label is called by how it begins.
    const isName = (name: string) => textsOf(words).some((text) => text.startsWith(name));
    const quoted = sentences.flatMap((text) => [...text.matchAll(/“([^”{]+)”/g)].map(([, name = '']) => name));
    expect(quoted.filter((name) => !isName(name) && !notNames.includes(name))).toEqual([]);
  });

  it('points to no place by an arrow: no page has a path', () => {
    expect(sentences.filter((text) => /→|Settings\s*>/.test(text))).toEqual([]);
  });
});

it('the sections of Settings that Hindi sentences name are there', () => {
  const sections: string[] = Object.values(hindi.settings.names);
  const named = sentencesOf(hindiCatalogue).flatMap((text) =>
    [...text.matchAll(/सेटिंग्स में “([^”]+)” के नीचे/g)].map(([, section = '']) => section),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((section) => !sections.includes(section))).toEqual([]);
});
