import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSignatureCheck } from '../../../electron/adapters/twilio/signature.ts';
import { authToken, params, publicUrl, sign, type Params } from './harness.ts';

const isSigned = createSignatureCheck();
const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,12}$/);
const parameters: fc.Arbitrary<Params> = fc
  .dictionary(name, fc.string({ unit: 'grapheme' }), { noNullPrototype: true })
  .map((extra) => ({ ...params, ...extra }));

describe('a signature of Twilio’s', () => {
  it('holds for what was signed, whatever is in it', () => {
    fc.assert(fc.property(parameters, (given) => isSigned(authToken, sign(given), publicUrl, given)));
  });

  it('does not hold when any parameter is changed, added or left out', () => {
    fc.assert(
      fc.property(parameters, name, fc.string({ minLength: 1 }), (given, changed, value) => {
        const signature = sign(given);
        fc.pre(given[changed] !== value);
        expect(isSigned(authToken, signature, publicUrl, { ...given, [changed]: value })).toBe(false);
        const [first = ''] = Object.keys(given);
        const { [first]: left, ...rest } = given;
        expect(isSigned(authToken, signature, publicUrl, rest)).toBe(left === undefined);
      }),
    );
  });

  it('does not hold for another URL', () => {
    fc.assert(
      fc.property(parameters, fc.webUrl({ withQueryParameters: true }), (given, url) => {
        fc.pre(url !== publicUrl);
        expect(isSigned(authToken, sign(given), url, given)).toBe(false);
      }),
    );
  });

  it('does not hold with another token', () => {
    fc.assert(
      fc.property(parameters, fc.stringMatching(/^[0-9a-f]{32}$/), (given, token) => {
        fc.pre(token !== authToken);
        expect(isSigned(token, sign(given), publicUrl, given)).toBe(false);
      }),
    );
  });

  it('does not hold when a character of it is changed', () => {
    fc.assert(
      fc.property(parameters, fc.nat(), fc.constantFrom(...'ABCxyz019+/='), (given, place, character) => {
        const signature = sign(given);
        const at = place % signature.length;
        fc.pre(signature[at] !== character);
        expect(
          isSigned(authToken, signature.slice(0, at) + character + signature.slice(at + 1), publicUrl, given),
        ).toBe(false);
      }),
    );
  });

  it('holds for a number that a URL carries in its query, as it was written', () => {
    const url = `${publicUrl}?tenant=a%20b&x=%2B`;
    expect(isSigned(authToken, sign(params, url), url, params)).toBe(true);
    expect(isSigned(authToken, sign(params, publicUrl), url, params)).toBe(false);
  });
});
