import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSignatureCheck } from '../../../electron/adapters/twilio/signature.ts';
import { authToken, params, publicUrl, sign, type Params } from './harness.ts';
import { forAll } from '../../support/runs.ts';

const isSigned = createSignatureCheck();
const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,12}$/);
const value = fc.string({ unit: 'grapheme' });
/** Some names are there more than once, some values are empty. */
const parameters: fc.Arbitrary<Params> = fc
  .dictionary(name, fc.oneof(value, fc.array(value, { minLength: 2, maxLength: 4 })), { noNullPrototype: true })
  .map((extra) => ({ ...params, ...extra }));

const word = fc.stringMatching(/^[a-z0-9]{1,9}$/);
const otherUrl = fc
  .tuple(fc.constantFrom('https', 'http'), word, fc.constantFrom('', '/', '/webhook', '/WEBHOOK'), fc.option(word))
  .map(([scheme, host, path, query]) => `${scheme}://${host}.example${path}${query === null ? '' : `?${query}`}`);

describe('a signature of Twilio’s', () => {
  it('holds for what was signed, whatever is in it', () =>
    forAll(100, [parameters], (given) => isSigned(authToken, sign(given), publicUrl, given)));

  it('does not hold when any parameter is changed, added or left out', () =>
    forAll(100, [parameters, name, fc.string({ minLength: 1 })], (given, changed, value) => {
      const signature = sign(given);
      fc.pre(given[changed] !== value);
      expect(isSigned(authToken, signature, publicUrl, { ...given, [changed]: value })).toBe(false);
      const [first = ''] = Object.keys(given);
      const { [first]: left, ...rest } = given;
      expect(isSigned(authToken, signature, publicUrl, rest)).toBe(left === undefined);
    }));

  it('does not hold for another URL', () =>
    forAll(100, [parameters, otherUrl], (given, url) => {
      fc.pre(url !== publicUrl);
      expect(isSigned(authToken, sign(given), url, given)).toBe(false);
    }));

  it('does not hold with another token', () =>
    forAll(100, [parameters, fc.stringMatching(/^[0-9a-f]{32}$/)], (given, token) => {
      fc.pre(token !== authToken);
      expect(isSigned(token, sign(given), publicUrl, given)).toBe(false);
    }));

  it('does not hold when a character of it is changed', () =>
    forAll(100, [parameters, fc.nat(), fc.constantFrom(...'ABCxyz019+/=')], (given, place, character) => {
      const signature = sign(given);
      const at = place % signature.length;
      fc.pre(signature[at] !== character);
      expect(isSigned(authToken, signature.slice(0, at) + character + signature.slice(at + 1), publicUrl, given)).toBe(
        false,
      );
    }));

  it('holds for a number that a URL carries in its query, as it was written', () => {
    const url = `${publicUrl}?tenant=a%20b&x=%2B`;
    expect(isSigned(authToken, sign(params, url), url, params)).toBe(true);
    expect(isSigned(authToken, sign(params, publicUrl), url, params)).toBe(false);
  });

  it('does not hold when one value of a repeated name is another', async () => {
    const values = fc.uniqueArray(value, { minLength: 2, maxLength: 4 });
    await forAll(100, [values, value, fc.nat()], (given, other, place) => {
      fc.pre(!given.includes(other));
      const signed = { ...params, AddOns: given };
      const changed = { ...params, AddOns: given.with(place % given.length, other) };
      fc.pre(given.toSorted().join('AddOns') !== changed.AddOns.toSorted().join('AddOns'));
      expect(isSigned(authToken, sign(signed), publicUrl, changed)).toBe(false);
      expect(isSigned(authToken, sign(signed), publicUrl, { ...params, AddOns: given.toReversed() })).toBe(true);
    });
  });

  const fragment = '#rc=3&rp=all';
  const hosts = ['https://hooks.example', 'http://hooks.example', 'https://hooks.example:8443'] as const;
  const ports = { [hosts[0]]: ':443', [hosts[1]]: ':80', [hosts[2]]: '' };

  it('holds with and without default port and fragment, in every mixture of what was given and what was signed', async () => {
    const flags = fc.record({ port: fc.boolean(), fragment: fc.boolean() });
    await forAll(100, [fc.constantFrom(...hosts), flags, flags, parameters], (host, given, signed, message) => {
      // What was given without a fragment is not called with one.
      fc.pre(given.fragment || !signed.fragment);
      const url = (as: typeof given) =>
        `${host}${as.port ? ports[host] : ''}/otp/webhook${as.fragment ? fragment : ''}`;
      expect(isSigned(authToken, sign(message, url(signed)), url(given), message)).toBe(true);
    });
  });
});
