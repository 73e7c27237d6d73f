import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../../../electron/core/otp/rules/pattern.ts';

function code(pattern: string, text: string): string | null {
  const place = compilePattern(pattern)(text);
  return place && text.slice(place.start, place.end);
}

describe('a pattern', () => {
  it.each([
    ['literals', 'code (?<code>4829)', 'a code 4829', '4829'],
    ['any case', 'CODE is (?<code>ab)', 'Code IS aB', 'aB'],
    ['any case beyond ASCII', 'КОД (?<code>ß)', 'код ẞ', 'ẞ'],
    ['a case that only folding knows', '(?<code>k+σ)', 'K\u212Aς', 'K\u212Aς'],
    ['control escapes', '\\t\\n\\r\\f\\v(?<code>1)', '\t\n\r\f\v1', '1'],
    ['escaped signs', '\\^\\$\\\\\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\/(?<code>1)', '^$\\.*+?()[]{}|/1', '1'],
    ['numbered characters', '\\x41\\u0042\\u{43}(?<code>\\u{1F600})', 'ABC😀', '😀'],
    ['a character written in two halves', '(?<code>\\ud83d\\ude00)', '😀', '😀'],
    ['half a character', '(?<code>\\ud83d)', '😀\ud83d', '\ud83d'],
    ['any character', 'a(?<code>..)', 'a\na😀b', '😀b'],
    ['a dot, which does not take the end of a line', 'a(?<code>.)', 'a\na\rab', 'b'],
    ['classes', '(?<code>[a-c5]+)', 'x5abcd', '5abc'],
    ['negated classes', '(?<code>[^a-c]+)', 'abcxyB', 'xy'],
    ['signs in a class', '(?<code>[-\\]\\-^.[{]+)', 'a]-^.[{', ']-^.[{'],
    ['a hyphen at the end of a class', '(?<code>[a-]+)', 'x-a-', '-a-'],
    ['escapes in a class', '(?<code>[\\d\\u{1F600}-\\u{1F64F}\\x2d]+)', 'a1😀-b', '1😀-'],
    ['digits', '(?<code>\\d+)', 'a४482', '482'],
    ['not digits', '(?<code>\\D+)', '12ab1', 'ab'],
    ['word characters', '(?<code>\\w+)', '-a_9-', 'a_9'],
    ['not word characters', '(?<code>\\W+)', 'a- a', '- '],
    ['white space', 'a(?<code>\\s+)b', 'a \n\u00a0b', ' \n\u00a0'],
    ['not white space', '(?<code>\\S+)', ' \u00a0ab\u3000', 'ab'],
    ['white space and what is not in a class', 'a(?<code>[\\s\\S])', 'a\u00a0', '\u00a0'],
    ['horizontal white space', 'a(?<code>[^\\S\\n]+)', 'a \u00a0\n', ' \u00a0'],
    ['a backslash before what looks like an escape', '\\\\u0041(?<code>1)', '\\u00411', '1'],
    ['a sign by its number', '\\u002e(?<code>1)', 'a1.1', '1'],
    ['letters of every script', '(?<code>\\p{L}+)', '1कबñ2', 'कबñ'],
    ['digits of every script', '(?<code>\\p{Nd}+)', 'ओटीपी ४८२९१३', '४८२९१३'],
    ['scripts', '(?<code>\\p{Han}+)', 'a验证码b', '验证码'],
    ['scripts as JavaScript names them', '(?<code>[\\p{Script=Han}]+)', 'a验证码b', '验证码'],
    ['what is not in a script', '(?<code>\\P{sc=Latin}+)', 'ab验证码c', '验证码'],
    ['what is not in a property', '(?<code>\\P{L}+)', 'ab12', '12'],
    ['properties in a class', '(?<code>[\\p{Nd}\\p{Lu}-]+)', '?ä-4', 'ä-4'],
    ['the start of a line', '^(?<code>\\d+)', 'a 1\n23', '23'],
    ['the end of a line', '(?<code>\\d+)$', '1 a\r\n23\na', '23'],
    ['the end of a line before \\r', '(?<code>\\d+)$', '1 a\r\n23\r\n', '23'],
    ['ends of lines by name', 'is:\\r?\\n(?<code>\\d+)', 'is:\r\n23', '23'],
    ['the end of a word', '\\b(?<code>\\d{2})\\b', '123 45', '45'],
    ['the inside of a word', '\\B(?<code>\\d)', '12', '2'],
    ['groups', '(a|b)(?:c|d)(?<code>\\d)', 'ad1', '1'],
    ['alternatives, of which the first wins', '(?<code>a|ab|abc)', 'abc', 'a'],
    ['alternatives in the group', 'is (?<code>\\d{6}|\\d{4})', 'is 482913', '482913'],
    ['an empty alternative', 'a(?:b|)(?<code>1)', 'a1', '1'],
    ['as many as possible', '(?<code>a*)', 'aaa', 'aaa'],
    ['as few as possible', '(?<code>a+?)', 'aaa', 'a'],
    ['as few as needed', '(?<code>a*?)b', 'aab', 'aa'],
    ['one or none', 'a?(?<code>b)', 'b', 'b'],
    ['one or none, rather none', 'a(?<code>b??)', 'ab', null],
    ['an exact count', '(?<code>\\d{3})', '12 3456', '345'],
    ['a lowest count', '(?<code>\\d{3,})', '12 3456', '3456'],
    ['a range of counts', '(?<code>\\d{2,3})', '1 23456', '234'],
    ['a range of counts, rather few', '(?<code>\\d{2,3}?)', '1 23456', '23'],
    ['a count of none', 'a{0}(?<code>b)', 'ab', 'b'],
    ['the leftmost place, not the longest', '(?<code>a|bb+)', 'abbb', 'a'],
    ['the last turn of a repeated group', '(?:(?<code>\\d) )+', '1 2 3 ', '3'],
    ['other groups with names', '(?<word>[a-z]+) (?P<code>\\d)', 'is 1', '1'],
    ['case that counts', '(?-i)(?<code>[A-Z]+)', 'abAB', 'AB'],
    ['nothing', 'a(?<code>b)', 'ac', null],
    ['nothing in an empty text', '(?<code>a)', '', null],
  ])('knows %s', (_, pattern, text, expected) => {
    expect(code(pattern, text)).toBe(expected);
  });
});
