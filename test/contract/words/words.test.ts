import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../build/scripts/messages.ts';
import { englishMessages, slotsFiles, slotsOf, slotTypes } from '../../../build/scripts/slots.ts';
import hi from '../../../electron/contract/words/hi.json' with { type: 'json' };
import { MessageFormatter } from '../../../electron/contract/words/format.ts';
import { languageOf, languages } from '../../../electron/contract/words/languages.ts';
import { foreign, inOneLine, phrases, verbatim } from '../../../electron/contract/words/phrases.ts';
import { mainWords } from '../../../electron/contract/words/main.ts';
import { wordsOf } from '../../../electron/contract/words/words.ts';

const english = messagesOf(englishMessages());
const others = Object.entries(languages).filter(([language]) => language !== 'en');

/** What is written in the same way in every language. */
const names = [
  /Twilio|ngrok|OTP Dock|Auth Token|Account SID|X-Twilio-Signature|NGROK_AUTHTOKEN|WEBHOOK_BASE_URL/g,
  /OTP_DOCK_\w+|TWILIO_\w+|\bPORT\b|\bHTTP\b|\bTLS\b|\bDNS\b|\bSMS\b|\bUTC\b|\bURL\b|\bAPI\b|https?:\/\/\S*\w|[a-z.-]+\.com\S*\w/g,
  /\(\?[<:=!][^ ]*|\\[^ .)]+|\[.*\]/g,
];

function namesIn(text: string): string[] {
  return names.flatMap((pattern) => text.match(pattern) ?? []).map((name) => name.replace(/[.,;:]+$/, ''));
}

/** Those of main's and the page's words that are names and examples. */
const same = [
  'OTP Dock',
  'Account SID',
  'Auth Token',
  'API key',
  'Identity SID',
  'Twilio',
  'Twilio Console',
  'ngrok',
  'MMS',
];
const isExample = (text: string) => /^https:|^NGROK_|\(\?<code>/.test(text);
const withoutSlots = (text: string) => text.replaceAll(/\{\w+\}|[a-z]+ \{|\{\w+, \w+,/g, '');

it('the types of what messages need are those of the English ones: after a change run “npm run words”', () => {
  const compact = (text: string) => text.replaceAll(/\s+/g, ' ');
  for (const part of ['host', 'page'] as const)
    expect(compact(readFileSync(slotsFiles[part], 'utf8'))).toBe(compact(slotTypes(englishMessages(), part)));
});

describe.each(others)('the messages in %s', async (_language, { locale, load }) => {
  const { default: messages } = await load();
  const script = new RegExp(`\\p{Script=${new Intl.Locale(locale).maximize().script}}`, 'u');
  const translated = new Map(messagesOf(messages));

  it('are the English ones, in the same order, with the same slots', () => {
    expect([...translated.keys()]).toEqual(english.map(([path]) => path));
    for (const [path, text] of english) {
      const [slots, others] = [slotsOf(text), slotsOf(translated.get(path) ?? '')];
      expect(new Set(others.keys()), path).toEqual(new Set(slots.keys()));
      // A language may do without a plural, but must not make one of what is no number.
      for (const [name, type] of others) expect(['Value', slots.get(name)], path).toContain(type);
    }
  });

  it('are in its script, but for names and examples, with Latin digits', () => {
    const english = [...translated].filter(([, text]) => !script.test(text));
    const left = english.map(([, text]) => text).filter((text) => !same.includes(text) && !isExample(text));
    expect(left.filter((text) => /\p{L}/u.test(withoutSlots(text)))).toEqual(['OTP Dock: {what}']);
    for (const [path, text] of translated) expect(text, path).not.toMatch(/[\u0966-\u096f]|[a-z]\.( |$)/);
  });

  it('name what has no translation as it is named everywhere', () => {
    for (const [path, text] of english)
      expect(namesIn(translated.get(path) ?? ''), path).toEqual(expect.arrayContaining(namesIn(text)));
  });
});

describe('the language', () => {
  it('is the chosen one, else the first of the reader’s that there is', () => {
    expect(languageOf('hi', ['en-US'])).toBe('hi');
    expect(languageOf('en', ['hi-IN'])).toBe('en');
    expect(languageOf('auto', ['hi-IN', 'en-US'])).toBe('hi');
    expect(languageOf('auto', ['fr-FR', 'hi', 'en'])).toBe('hi');
    expect(languageOf('auto', ['en-GB', 'hi'])).toBe('en');
    expect(languageOf('auto', ['fr-FR'])).toBe('en');
    expect(languageOf('auto', [])).toBe('en');
  });
});

describe('a phrase', () => {
  const hindi = new MessageFormatter('hi-IN', hi);

  it('is said with its values, and with phrases inside it', () => {
    const { twilio, notices, codes } = phrases;
    const stuck = notices.stuckFor({
      number: '+14155550123',
      problem: twilio.unreachableFor({ code: 'ECONNREFUSED' }),
    });
    expect(stuck).toEqual("+14155550123 could not be given back to Twilio yet: Can't reach Twilio (ECONNREFUSED).");
    expect(hindi.text(stuck)).toBe(
      '+14155550123 अभी Twilio को लौटाया नहीं जा सका: Twilio तक नहीं पहुँचा जा सका (ECONNREFUSED)।',
    );
    const reason = codes.digits({ count: 6, why: codes.follows({ words: 'your code is' }) });
    expect(hindi.text(reason)).toBe('6 अंक, "your code is" के बाद।');
  });

  it('is data: what crosses a process says the same', () => {
    const said = phrases.notices.poolNotFilled({ problem: phrases.twilio.noFunds });
    expect(hindi.text(JSON.parse(JSON.stringify(said)))).toBe(hindi.text(said));
  });

  it('takes the singular and the plural of its language', () => {
    const { badSignatures } = phrases.reception;
    expect([1, 12].map((count) => badSignatures({ count }))).toEqual([
      'A request to the webhook wasn’t signed by Twilio.',
      '12 requests to the webhook weren’t signed by Twilio.',
    ]);
    expect(hindi.text(badSignatures({ count: 1 }))).toBe('वेबहुक पर आए एक अनुरोध पर Twilio का सिग्नेचर नहीं था।');
    expect(hindi.text(badSignatures({ count: 12 }))).toBe('वेबहुक पर आए 12 अनुरोधों पर Twilio का सिग्नेचर नहीं था।');
  });

  it('may be one of several in a row, and hold a list', () => {
    expect(inOneLine(phrases.twilio.noFunds, phrases.twilio.areaCode, phrases.twilio.closed)).toEqual(
      'The balance of this Twilio account is too low. Twilio does not know this area code. This Twilio account is suspended or closed.',
    );
    const numbers = ['+14155550123', phrases.numbers.beingBought];
    expect(phrases.numbers.stillOwned({ numbers })).toEqual(
      'Your Twilio account still has numbers that OTP Dock looks after: +14155550123, one that is being bought.',
    );
  });

  it('leaves what another program said in English, and marks it', () => {
    expect(hindi.parts(phrases.host.folderNotOpened({ reason: foreign('No such file.') }))).toEqual([
      { text: 'फ़ोल्डर नहीं खोला जा सका: ', foreign: false },
      { text: 'No such file.', foreign: true },
    ]);
  });

  it('may hold whatever signs messages are made of', () => {
    for (const text of ['{count}', "it's '{x}'", '<b>#</b>', '{n, plural, other {}}', ''])
      expect(verbatim(text)).toEqual(text);
  });

  it('that is not in the catalogue, as of a newer version, says its key', () => {
    expect({ key: 'numbers.notYet', values: { id: 'x' } }).toEqual('host.numbers.notYet');
  });
});

describe('the words of main and of the page', () => {
  it('are those of Settings, else the first of the system’s languages that there are words for', () => {
    expect(mainWords('hi', ['en-US']).tray.quit).toBe('OTP Dock बंद करें');
    expect(mainWords('auto', ['fr-FR']).tray.quit).toBe('Quit OTP Dock');
  });

  it('count by the rules of their language, and write its digits', () => {
    const [inEnglish, inHindi] = [mainWords('en', []), mainWords('hi', [])];
    expect([1, 2, 123_456].map((count) => inEnglish.badge({ count }))).toEqual([
      '1 new code',
      '2 new codes',
      '123,456 new codes',
    ]);
    expect([1, 2].map((count) => inHindi.tray.hoursLeft({ count }))).toEqual(['1 घंटा बाकी', '2 घंटे बाकी']);
    const { found } = wordsOf('page', 'hi', hi).reception.late;
    expect([0, 1, 123_456].map((count) => found({ count }))).toEqual([
      'Twilio के पास कुछ नया नहीं',
      '1 संदेश मिला',
      '1,23,456 संदेश मिले',
    ]);
  });
});
