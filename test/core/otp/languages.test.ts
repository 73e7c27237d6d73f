import { describe, expect, it } from 'vitest';
import { extract } from '../../../electron/core/otp/extract.ts';
import { negatives, positives } from './texts.ts';

const languagesOf = (list: { language: string }[]) => [...new Set(list.map((entry) => entry.language))].sort();

describe('the code of a message', () => {
  for (const language of languagesOf(positives)) {
    it(`is found in ${language}`, () => {
      const failures = positives
        .filter((entry) => entry.language === language)
        .map(({ text, code }) => ({ text, code, found: extract(text).code }))
        .filter(({ code, found }) => found !== code);
      expect(failures).toEqual([]);
    });
  }
});

describe('a message without a code', () => {
  for (const language of languagesOf(negatives)) {
    it(`yields none in ${language}`, () => {
      const failures = negatives
        .filter((entry) => entry.language === language)
        .map(({ text }) => ({ text, found: extract(text).code }))
        .filter(({ found }) => found !== null);
      expect(failures).toEqual([]);
    });
  }
});
