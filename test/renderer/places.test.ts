import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../build/scripts/messages.ts';
import en from '../../electron/contract/words/en.json' with { type: 'json' };
import hi from '../../electron/contract/words/hi.json' with { type: 'json' };

/** Words in quotation marks that are no name in the interface: what scripts and a shell are told. */
const notNames = ['waitSeconds', 'keep', 'npm ci'];

const said = Object.entries({ English: en, Hindi: hi }).map(([name, messages]) => {
  const texts = (part: object) => messagesOf(part as Parameters<typeof messagesOf>[0]).map(([, text]) => text);
  return [name, texts(messages.host), texts(messages.page)] as const;
});

describe.each(said)('what the host says in %s', (_language, host, page) => {
  it('quotes no name that the interface does not have', () => {
    // A long label is called by how it begins.
    const isName = (name: string) => page.some((text) => text.startsWith(name));
    const quoted = host.flatMap((text) => [...text.matchAll(/“([^”{]+)”/g)].map(([, name = '']) => name));
    expect(quoted.filter((name) => !isName(name) && !notNames.includes(name))).toEqual([]);
  });

  it('points to no place by an arrow: no page has a path', () => {
    expect(host.filter((text) => /→|Settings\s*>/.test(text))).toEqual([]);
  });
});

it('the sections of Settings that Hindi messages name are there', () => {
  const { host, page } = hi;
  const sections: string[] = Object.values(page.settings.names);
  const named = messagesOf(host).flatMap(([, text]) =>
    [...text.matchAll(/सेटिंग्स में “([^”]+)” के नीचे/g)].map(([, section = '']) => section),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((section) => !sections.includes(section))).toEqual([]);
});
