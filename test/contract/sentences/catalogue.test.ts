import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../electron/contract/sentences/catalogue.ts';
import { hindi, hindiText, inHindi } from '../../../electron/contract/sentences/hindi.ts';
import { Recogniser } from '../../../electron/contract/sentences/recognise.ts';
import type { Topic } from '../../../electron/contract/sentences/sentence.ts';
import { formsOf, parseTemplate, type Plural } from '../../../electron/contract/sentences/template.ts';
import { known, samples } from './support.ts';

type Written = string | Readonly<Plural>;

const recogniser = new Recogniser(catalogue);

function slotsOf(written: Written): Set<string> {
  const forms = formsOf(written).map(({ template }) => parseTemplate(template));
  return new Set(forms.flatMap(({ slots }) => slots.map(({ name, kind }) => `${name}:${kind}`)));
}

function hindiOf(topic: string, name: string): Written {
  return (hindi as Record<string, Record<string, Written>>)[topic]?.[name] ?? '';
}

/** What is written in the same way in every language. */
const names = [
  /Twilio|ngrok|OTP Dock|Auth Token|Account SID|X-Twilio-Signature|NGROK_AUTHTOKEN|WEBHOOK_BASE_URL/g,
  /OTP_DOCK_\w+|TWILIO_\w+|\bPORT\b|\bHTTP\b|\bTLS\b|\bDNS\b|\bSMS\b|\bUTC\b|\bURL\b|https?:\/\/|[a-z.-]+\.com\S*\w/g,
  /\(\?[<:=!][^ ]*|\\[^ .)]+|\[.*\]/g,
];

function namesIn(text: string): Set<string> {
  return new Set(names.flatMap((pattern) => text.match(pattern) ?? []).map((name) => name.replace(/[.,;:]+$/, '')));
}

describe('the catalogue', () => {
  it('has the same sentences in Hindi, with the same slots', () => {
    for (const [topic, sentences] of Object.entries<Topic>(catalogue)) {
      const translated = (hindi as Record<string, Topic>)[topic] ?? {};
      expect(Object.keys(translated), topic).toEqual(Object.keys(sentences));
      for (const [name, written] of Object.entries(sentences))
        expect(slotsOf(hindiOf(topic, name)), `${topic}.${name}`).toEqual(slotsOf(written));
    }
  });

  it('names a slot once in a sentence, and puts something between two', () => {
    for (const { topic, name, texts, slots } of known) {
      expect(new Set(slots.map((slot) => slot.name)).size, `${topic}.${name}`).toBe(slots.length);
      expect(texts.slice(1, -1), `${topic}.${name}`).not.toContain('');
    }
  });

  it('is Hindi throughout in Hindi, and names what has no translation as it is named everywhere', () => {
    for (const { topic, name, texts } of known) {
      const written = formsOf(hindiOf(topic, name)).map(({ template }) => parseTemplate(template).texts.join(' '));
      for (const text of written) {
        if (/\p{L}/u.test(texts.join('')) && name !== 'ngrokVariable')
          expect(text, `${topic}.${name}`).toMatch(/\p{Script=Devanagari}/u);
        expect([...namesIn(text)], `${topic}.${name}`).toEqual(expect.arrayContaining([...namesIn(texts.join(' '))]));
        expect(text, `${topic}.${name}`).not.toMatch(/[\u0966-\u096f]|[a-z]\.( |$)/);
      }
    }
  });

  it('knows each of its sentences again, and what stood in it', () => {
    for (const { topic, name, isOne, slots, say } of known) {
      const values = samples(slots);
      const found = recogniser.recognise(say(values));
      expect(found, `${topic}.${name}`).toMatchObject([{ topic, name }]);
      const read = [...(found?.[0]?.values ?? [])].map(([slot, { text }]) => [slot, text]);
      const given = slots.map((slot) => [slot.name, [values[slot.name]].flat().join(', ')]);
      expect(Object.fromEntries(read), `${topic}.${name}`).toEqual({
        ...(isOne && { count: '1' }),
        ...Object.fromEntries(given),
      });
    }
  });
});

describe('a sentence in Hindi', () => {
  it('says the host’s values, and other sentences inside it', () => {
    expect(hindiText('The pool could not be filled: Twilio could not be reached (ECONNREFUSED).')).toBe(
      'पूल पूरा नहीं भरा जा सका: Twilio तक नहीं पहुँचा जा सका (ECONNREFUSED)।',
    );
    expect(hindiText('6 digits: it follows “your code is”.')).toBe('6 अंक: यह “your code is” के बाद आता है।');
    expect(hindiText('This computer’s clock was set back by a minute.')).toBe('इस कंप्यूटर की घड़ी 1 मिनट पीछे कर दी गई।');
  });

  it('may be one of several in a row', () => {
    expect(
      hindiText('Twilio has no number that can receive SMS in IN just now. Twilio seldom offers two-way SMS in India.'),
    ).toBe('Twilio के पास इस समय IN में ऐसा कोई नंबर नहीं है जिस पर SMS आ सकें। Twilio भारत में SMS पाने वाले नंबर कम ही देता है।');
    expect(hindiText('This trial account cannot do that. Nobody knows this sentence.')).toMatch(/^This trial/);
  });

  it('takes the singular and the plural of its own language', () => {
    const requests = (count: string) => hindiText(`${count} to the webhook had no valid signature.`);
    expect(requests('A request')).toBe('वेबहुक पर आए एक अनुरोध का सिग्नेचर सही नहीं था।');
    expect(requests('12 requests')).toBe('वेबहुक पर आए 12 अनुरोधों के सिग्नेचर सही नहीं थे।');
  });

  it('leaves what another program said in English, and marks it', () => {
    expect(inHindi('The folder could not be opened: No such file.')).toEqual([
      { text: 'फ़ोल्डर नहीं खोला जा सका: ', foreign: false },
      { text: 'No such file.', foreign: true },
    ]);
    expect(inHindi('+14155550123 could not be given back to Twilio yet: It is on strike.')).toEqual([
      { text: '+14155550123 अभी Twilio को लौटाया नहीं जा सका: ', foreign: false },
      { text: 'It is on strike.', foreign: true },
    ]);
  });

  it('names a field, but only with a sentence that is known', () => {
    expect(hindiText('country: A country is two letters, such as IN or US.')).toBe(
      'country: देश दो अक्षरों का होता है, जैसे IN या US।',
    );
    expect(inHindi('country: Invalid input')).toBeNull();
  });

  it('is not made of what is not in the catalogue', () => {
    for (const text of ['', ' ', 'Hello.', 'Port 5000 is in use.', 'Nothing is to be done', '6 digits: '])
      expect(inHindi(text), text).toBeNull();
  });
});
