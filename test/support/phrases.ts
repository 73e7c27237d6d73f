import { expect } from 'vitest';
import { english } from '../../electron/contract/words/english.ts';
import { isPhrase } from '../../electron/contract/words/phrase.ts';

declare module 'vitest' {
  interface Matchers<R, T> {
    /** What a phrase says in English contains this text, or matches. */
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

// A phrase equals its English, so that a test reads as a person would.
expect.addEqualityTesters([
  (one: unknown, other: unknown) => {
    if (isPhrase(one) === isPhrase(other)) return undefined;
    const [said, expected] = [textOf(one), textOf(other)];
    return typeof said === 'string' && typeof expected === 'string' ? said === expected : undefined;
  },
]);
