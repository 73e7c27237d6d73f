import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withOrigin } from '../../../electron/adapters/twilio/client.ts';
import { forAll } from '../../support/runs.ts';

const segment = fc
  .stringMatching(/^[A-Za-z0-9._~%-]{1,12}$/)
  .filter(
    (text) => text !== '.' && text !== '..' && !/%(?![0-9A-F]{2})/i.test(text) && !/^(?:\.|%2e){1,2}$/i.test(text),
  );
const host = fc
  .constantFrom('api', 'pricing', 'api.dublin.ie1', 'messaging')
  .map((name) => `https://${name}.twilio.com`);
const query = fc
  .array(fc.tuple(fc.string({ minLength: 1 }), fc.string()), { maxLength: 4 })
  .map((pairs) => new URLSearchParams(pairs).toString());

describe('the origin that stands in for Twilio', () => {
  it('gets the same path and query, whatever they are', () =>
    forAll(100, [host, fc.array(segment), query], (from, segments, search) => {
      const rest = `/${segments.join('/')}${search ? `?${search}` : ''}`;
      expect(withOrigin(`${from}${rest}`, 'http://127.0.0.1:4010')).toBe(`http://127.0.0.1:4010${rest}`);
    }));

  it.each(['http://127.0.0.1:4010', 'http://127.0.0.1:4010/', 'http://127.0.0.1:4010//'])(
    'may end with slashes: %s',
    (origin) => {
      expect(withOrigin('https://pricing.twilio.com/v1/PhoneNumbers/Countries/US?a=1&b=%2B', origin)).toBe(
        'http://127.0.0.1:4010/v1/PhoneNumbers/Countries/US?a=1&b=%2B',
      );
    },
  );
});
