import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrases } from '../../../electron/contract/words/phrases.ts';
import { extract } from '../../../electron/core/otp/extract.ts';
import { findLinks } from '../../../electron/core/otp/links.ts';
import { anyCharacter } from '../../support/characters.ts';
import { forAll } from '../../support/runs.ts';

/** Links, each as a message may have it. */
const links = [
  'https://lumora.example',
  'http://lumora.example/v/Ab3_-',
  'HTTPS://Lumora.example:8443/a/b?c=d&e[]=f#g',
  'https://lumora.example/a_(b)?t=eyJh.bGci-_=',
  'https://user@lumora.example/a,b;c',
  'https://bücher.example/größe',
  'https://lumora.example/सत्यापन',
  'https://lumora.example/دخول',
  'http://[::1]:5000/a',
] as const;

/** What may stand directly before and behind a link. */
const around = [
  ['', ''],
  ['', '.'],
  ['(', ').'],
  ['[', ']'],
  ['<', '>'],
  ['"', '"!'],
  ['“', '”,'],
  ['«', '»'],
  ['„', '“.'],
  ['*', '*'],
  ['Link:', '?!'],
  ['[Lumora](', ')'],
  ['यहाँ: ', '।'],
  ['اضغط: ', '،'],
  ['پر: ', '۔'],
  ['点击', '。'],
  ['「', '」を開く'],
  ['【', '】'],
  ['请打开', '，回复TD退订'],
  ['打开', '完成验证'],
  ['', '로 이동하세요'],
  ['กด', 'เพื่อยืนยัน'],
  ['👉', '👈'],
  ['', '|STOP'],
] as const;

const between = fc.constantFrom(' ', '\n', '\r\n', '\u00a0', '　', ' oder ', ' या ', ' 或 ');

describe('the links of a text', () => {
  it('are found between words and signs of many scripts, in order, each as often as it is there', () => {
    const placed = fc.tuple(fc.constantFrom(...around), fc.constantFrom(...links), between);
    return forAll(200, [fc.array(placed, { maxLength: 6 })], (all) => {
      const text = all.map(([[before, behind], link, gap]) => `${before}${link}${behind}${gap}`).join('');
      expect(findLinks(text)).toEqual(all.map(([, link]) => link));
    });
  });

  it('stand in it in this order, and are addresses of http or https', () => {
    const piece = fc.oneof(
      fc.string({ unit: anyCharacter, maxLength: 8 }),
      fc.constantFrom('http://', 'HTTPS://', '://', 'www.', 'lumora.example', '/', '@', '(', ')', '[', '.', ...links),
    );
    return forAll(200, [fc.array(piece, { maxLength: 20 })], (pieces) => {
      const text = pieces.join('');
      let from = 0;
      for (const link of findLinks(text)) {
        const at = text.indexOf(link, from);
        expect(at).toBeGreaterThanOrEqual(from);
        expect(['http:', 'https:']).toContain(new URL(link).protocol);
        expect(link).not.toMatch(/[\s\p{Cc}"<>]|[.,;:!?]$/u);
        from = at + link.length;
      }
    });
  });

  it.each([
    'ftp://lumora.example/a',
    'javascript://lumora.example/%0aalert(1)',
    'shttp://lumora.example',
    'www.lumora.example/a',
    'mail@lumora.example',
    'https:// lumora.example',
    'https:///lumora.example',
    'https://.',
    'http://%zz/',
  ])('do not include %s', (text) => {
    expect(findLinks(text)).toEqual([]);
  });

  it('may have a host in a script without spaces', () => {
    expect(findLinks('https://例え.jp/aを開く')).toEqual(['https://例え.jp/a']);
  });

  it.each([
    ['Open https://lumora.example/a', ['https://lumora.example/a']],
    ['Your code is 482913, or https://lumora.example/v/482913.', ['https://lumora.example/v/482913']],
    ['https://lumora.example/a\n@lumora.example #482913', ['https://lumora.example/a']],
    ['Your code is 482913', []],
  ])('come with what else is found in %j', (text, found) => {
    expect(extract(text).links).toEqual(found);
  });
});

describe('a message without a code', () => {
  it.each([
    'Tap to sign in to Lumora: https://lumora.example/l/8fKq2',
    'Your magic link: https://lumora.example/l/8fKq2',
    'Lumora: https://lumora.example/auth/magic?t=8fKq2',
    'Welcome! https://lumora.example/verify-email/8fKq2',
    'Confirm your number at https://lumora.example/c/8fKq2 within 10 minutes.',
    'https://login.lumora.example/8fKq2',
    'Forgotten it? https://lumora.example/reset?t=8fKq2. The link is valid for 24 hours.',
    'Tippen Sie auf https://lumora.example/l/8fKq2, um sich anzumelden.',
    'Cliquez pour vous connecter : https://lumora.example/l/8fKq2',
    'Inicia sesión aquí: https://lumora.example/l/8fKq2',
    'Giriş yapmak için: https://lumora.example/l/8fKq2',
    'Войдите по ссылке https://lumora.example/l/8fKq2',
    'लॉग इन करने के लिए इस लिंक पर टैप करें: https://lumora.example/l/8fKq2',
    'अपना नंबर सत्यापित करें: https://lumora.example/l/8fKq2।',
    'لتسجيل الدخول اضغط على الرابط: https://lumora.example/l/8fKq2',
    '请点击链接登录：https://lumora.example/l/8fKq2。',
    'ログインはこちら https://lumora.example/l/8fKq2',
    '로그인 링크: https://lumora.example/l/8fKq2',
  ])('says that it has a link to sign in: %s', (text) => {
    expect(extract(text)).toMatchObject({ code: null, confidence: 0, reason: phrases.codes.signInLink });
  });

  it.each([
    'Your parcel is on its way: https://parcel.example/t/8fKq2',
    'Sale at Paper Moon Books! https://moon.example/offers',
    'By the authors of Lumora: https://moon.example/authors/otpisto',
    'New sign-in to Lumora from Denver. Not you? Verify your devices: https://lumora.example/s/8fKq2',
    'Sign in to see what is new.',
    'Tap to sign in: lumora.example/l/8fKq2',
    'आपका पार्सल रास्ते में है: https://parcel.example/t/8fKq2',
  ])('says nothing of the kind without one: %s', (text) => {
    expect(extract(text)).toMatchObject({ code: null, reason: expect.not.objectContaining(phrases.codes.signInLink) });
  });

  it('is one with a code when it has both', () => {
    const text = 'Your code is 482913. Or sign in at https://lumora.example/verify/8fKq2';
    expect(extract(text)).toMatchObject({ code: '482913', links: ['https://lumora.example/verify/8fKq2'] });
  });
});
