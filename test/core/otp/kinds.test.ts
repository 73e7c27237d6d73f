import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../electron/core/otp/extract.ts';
import { forAll } from '../../support/runs.ts';

const digits = (from: number, to: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${from - 1},${to - 1}}$`));
const code = digits(5, 8);
const introduction = fc.constantFrom(
  ...['Your code', 'Il codice', 'Ihr Code', 'Votre code', 'Uw code', 'Twój kod', 'Ваш код', 'Su código'],
);
const joint = fc.constantFrom(...[': ', ' is ', ' è ', ' lautet ', ' est ', ' to: ', ' - ', ' = ']);
const found = (text: string) => extract(text).code;

describe('the stop of an abbreviation', () => {
  const abbreviated = fc.constantFrom(
    ...[
      'U.S. Bank',
      'Lumora S.p.A.',
      'Nord d.o.o.',
      'Harbour Ltd.',
      'op. nr. 4',
      'Dr. Weber',
      'ul. Długa',
      'z.B. Alva',
    ],
    ...[
      'Sdn. Bhd.',
      'J. R. Alva',
      'St. Gall',
      'No. 7',
      'Fa. Kron',
      'Sra. Ruiz',
      'вул. Садова',
      'г. Тверь',
      'Mr. Oduya',
    ],
  );

  it('does not end the sentence that gives the code', () =>
    forAll(200, [introduction, abbreviated, joint, code], (word, name, is, value) => {
      expect(found(`${word} (${name})${is}${value}`)).toBe(value);
    }));

  it('is told from the end of a sentence, behind which stands another number', () =>
    forAll(100, [introduction, digits(6, 6)], (word, value) => {
      expect(found(`${word} was sent to your telephone. Order ${value} leaves tomorrow.`)).toBeNull();
    }));
});

describe('the code of something that has a number', () => {
  it('is what is joined to the word, not the number of the thing', () =>
    forAll(200, [introduction, digits(4, 8), joint, code], (word, thing, is, value) => {
      fc.pre(thing !== value);
      expect(found(`${word} for card ${thing}${is}${value}`)).toBe(value);
    }));

  it('is never a part of a masked number', async () => {
    const mask = fc.constantFrom('****', 'XXXX-', '•••• ', 'xx', '1234 12** **** ', '…', '(*', '*');
    await forAll(200, [mask, digits(4, 4), code], (hidden, shown, value) => {
      expect(found(`Card ${hidden}${shown}: your code is ${value}`)).toBe(value);
      expect(found(`You paid with card ${hidden}${shown} at Paper Moon.`)).toBeNull();
    });
  });
});

it('a code that is named again where it is to be entered is the one that is meant', () =>
  forAll(100, [digits(4, 6), digits(4, 6)], (first, second) => {
    fc.pre(first !== second);
    expect(found(`Codes ${first} and ${second} were sent. Enter ${second} to pay.`)).toBe(second);
    expect(found(`Codes ${first} and ${second} have expired.`)).toBeNull();
  }));

describe('a bound code', () => {
  const more = fc.constantFrom('.', ',', ')', 'です', 'です。', '입니다', '。', '!', '');

  it('ends where its characters do', () =>
    forAll(100, [code, more], (value, behind) => {
      expect(extract(`Hello\n@shop.example #${value}${behind}`)).toMatchObject({ code: value, domain: 'shop.example' });
    }));

  it('is bound to a domain, rather than to the name of a person', () =>
    forAll(50, [digits(4, 6)], (value) => {
      expect(found(`Thanks @mirabelle for the concert!\n@mirabelle #${value}`)).toBeNull();
    }));
});

it('a link that signs in and a text that repeats its code make it one, in whatever groups', () =>
  forAll(100, [digits(4, 4), digits(4, 4), fc.constantFrom('', ' ', '-')], (first, second, gap) => {
    expect(found(`Lumora ${first}${gap}${second}\nlumora://verify/${first}-${second}`)).toBe(`${first}${second}`);
    expect(found(`Lumora ${first}${gap}${second}\nhttps://lumora.example/news/${first}-${second}`)).toBeNull();
  }));

it('characters one by one are a code when a word says so, and are no code by themselves', async () => {
  const characters = fc.array(fc.constantFrom(...'abcdefxyz23456789'), { minLength: 4, maxLength: 8 });
  await forAll(200, [characters, fc.constantFrom(' ', '-')], (list, gap) => {
    fc.pre(list.filter((each) => /\d/.test(each)).length >= 2 && /[a-z]/.test(list.slice(1).join('')));
    expect(found(`Code: ${list.join(gap)}`)).toBe(list.join(''));
    expect(found(`We play ${list.join(gap)} tonight.`)).toBeNull();
  });
});

it('the groups of a locker are one code, and their tail is none', () =>
  forAll(100, [digits(2, 2), digits(1, 1), digits(4, 4)], (row, box, rest) => {
    fc.pre(!/^(?:19|20)/.test(rest));
    const whole = `${row}-${box}-${rest}`;
    expect(found(`Pickup code ${whole} at the gate, courier ${rest}`)).toBe(whole);
    expect(found(`Gate ${whole}, courier ${rest}`)).toBeNull();
  }));

describe('a reason', () => {
  it.each([
    ['Meeting K7QX tomorrow', 'K7QX ignored: no word like "code" nearby.'],
    ['Your code is 482913', '6 digits, after "code".'],
    ['482913 is your code', '6 digits, before "code".'],
    ['Order 482913 is on its way', '482913 ignored: after "Order".'],
    ['Thanks for coming.', 'Nothing looks like a code.'],
  ])('of %j is %j', (text, reason) => {
    expect(extract(text).reason).toSay(reason);
  });

  it('never says that a number is none because it stands beside a word for a code', () =>
    forAll(
      200,
      [introduction, fc.constantFrom('. Then came ', ' and the table of ', '? No, '), digits(3, 8)],
      (word, gap, value) => {
        const { code: taken, reason } = extract(`${word} was sent${gap}${value} chairs`);
        if (taken === null) expect(reason).not.toSay(/ignored: (?:after|before) "c/);
      },
    ));
});
