import { expect } from 'vitest';
import { english } from '../../electron/contract/words/english.ts';
import { isPhrase } from '../../electron/contract/words/phrase.ts';

declare module 'vitest' {
  interface Matchers<R, T> {
    /** The phrase's English text contains this text, or matches it. */
    toSay(words: string | RegExp): R;
  }
}

const textOf = (value: unknown) => (isPhrase(value) ? english(value) : value);

expect.extend({
  toSay: (received: unknown, words: string | RegExp) => {
    const said = String(textOf(received));
    const pass = typeof words === 'string' ? said.includes(words) : words.test(said);
    return { pass, message: () => `“${said}” says ${pass ? '' : 'not '}${String(words)}` };
  },
});

// A phrase equals its English text, so that tests are easy to read.
expect.addEqualityTesters([
  (one: unknown, other: unknown) => {
    if (isPhrase(one) === isPhrase(other)) return undefined;
    const [said, expected] = [textOf(one), textOf(other)];
    return typeof said === 'string' && typeof expected === 'string' ? said === expected : undefined;
  },
]);
