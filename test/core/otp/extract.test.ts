import { describe, expect, it } from 'vitest';
import { extract } from '../../../electron/core/otp/extract.ts';
import { kinds, negatives, positives } from './texts.ts';

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

describe.each(Object.entries(kinds))('messages of the kind %s', (_, entries) => {
  it('yield their code, or none, in at least eight languages', () => {
    const failures = entries
      .map(({ text, code }) => ({ text, code, found: extract(text).code }))
      .filter(({ code, found }) => found !== code);
    expect(failures).toEqual([]);
    expect(languagesOf(entries.filter(({ code }) => code !== null)).length).toBeGreaterThanOrEqual(8);
    expect(languagesOf(entries.filter(({ code }) => code === null)).length).toBeGreaterThanOrEqual(8);
  });
});

it('the code comes with a reason, and the domain that it is bound to', () => {
  expect(extract('@login.example #482913')).toMatchObject({ domain: 'login.example', confidence: 1 });
  expect(extract('Your code is 482913').reason).toSay('code');
});

it.each([
  ['Ihr Code lautet 482913.', '482913'],
  ['आपका ओटीपी ४८२९१३ है', '४८२९१३'],
  ['Your\u200b code is 48\u200b2913', '48\u200b2913'],
  ['Your code is 482-913', '482-913'],
  ['Hi\n@login.example #x7Kq', 'x7Kq'],
  ['😀 code: 482913 😀', '482913'],
  ['Your code is \ud83d482913', '482913'],
  ['ﷺ\u200e\u200f\u2066 code: 48\u2066\u20692913\u2069\u200f.', '48\u2066\u20692913\u2069\u200f'],
])('the place of a code in %j is where it stands in the message as it came', (text, written) => {
  const [best] = extract(text).candidates;
  expect(text.slice(best?.start, best?.end)).toBe(written);
});

it.each([
  ['[Tessera] Verification code: 482913', undefined, 'Tessera'],
  ['Your Lumora code is 482913', undefined, 'Lumora'],
  ['676658 is your Lumora verification code.', undefined, 'Lumora'],
  ['Your login code is 482913', undefined, null],
  ['Kettlebank: use 482913 to sign in', undefined, 'Kettlebank'],
  ['482913 is your code', 'VM-LUMORA', 'LUMORA'],
  ['482913 is your code', '+12025550123', null],
  ['482913 is your code', 'whatsapp:+12025550123', null],
  ['482913 is your code', 'whatsapp:US.13491208655302741918', null],
  ['482913 is your code', 'messenger:8123450917', null],
  ['482913 is your code', 'rcs:lumora_agent', 'lumora_agent'],
  ['482913 is your code', 'rcs:+12025550123', null],
  ['Your Lumora code is 482913', 'rcs:lumora_agent', 'Lumora'],
  ['Your Lumora code is 482913', 'whatsapp:+12025550123', 'Lumora'],
  ['In.\n@login.example #482913', '+12025550123', 'login.example'],
  ['Lumora Code: 482913', '+12025550123', 'Lumora'],
  ['Dein Lumora-Code: 482913', '+12025550123', 'Lumora'],
  ['Dein Code: 482913', '+12025550123', null],
  ['Ihr Bestätigungscode: 482913', '+12025550123', null],
  ['Verification Code: 482913', '+12025550123', null],
  ['Kodunuz: 482913', '+12025550123', null],
  ['Codecademy: 482913 is your code', '+12025550123', 'Codecademy'],
])('the service of %j from %j is %j', (text, from, service) => {
  expect(extract(text, from).service).toBe(service);
});
