import fc from 'fast-check';
import { getCountries, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { fitting } from '../../../electron/adapters/capture/fitting.ts';
import { madeUpNumbers } from '../../../electron/adapters/capture/madeUp.ts';

/** Random, but the same in each run. */
function pickFrom(seed: number) {
  let state = seed;
  return (below: number) => (state = (state * 48_271 + 11) % 2_147_483_647) % below;
}

const made = (wish: Partial<Parameters<typeof madeUpNumbers>[0]>, seed = 7) =>
  madeUpNumbers({ country: 'IN', type: 'mobile', limit: 20, ...wish }, pickFrom(seed));

describe('made-up numbers', () => {
  it('are valid mobile numbers of India, each once, and others another time', async () => {
    const numbers = await made({});
    expect(new Set(numbers).size).toBe(20);
    for (const number of numbers) {
      const parsed = parsePhoneNumberFromString(number);
      expect([number, parsed?.isValid(), parsed?.country, parsed?.getType()]).toEqual([
        number,
        true,
        'IN',
        expect.stringMatching(/MOBILE$/),
      ]);
    }
    expect(new Set([...numbers, ...(await made({}, 8))]).size).toBe(40);
  });

  it.for(['mobile', 'local'] as const)('of the type %s exist in every country', async (type) => {
    for (const country of getCountries()) {
      const [number] = await made({ country, type, limit: 1 });
      expect(number, country).toMatch(/^\+\d{7,15}$/);
      expect(parsePhoneNumberFromString(number ?? '')?.isValid(), country).toBe(true);
    }
  });

  it('are fictional in North America, where that does', async () => {
    const [anywhere, tollFree, inBoston] = await Promise.all([
      made({ country: 'US' }),
      made({ country: 'US', type: 'tollFree' }),
      made({ country: 'US', type: 'local', areaCode: '617' }),
    ]);
    for (const number of [...anywhere, ...tollFree]) expect(number).toMatch(/^\+1\d{3}55501\d\d$/);
    expect(tollFree.every((number) => number.startsWith('+18'))).toBe(true);
    expect(inBoston.every((number) => number.startsWith('+161755501'))).toBe(true);
  });

  it.for([
    ['GB', '12*45', /12\d45/],
    ['US', 'OTP', /687/],
    ['DE', '+49151', /^\+49151/],
  ] as const)('of %s have the wanted digits, %s', async ([country, contains, pattern]) => {
    const numbers: string[] = await made({ country, contains, limit: 5 });
    expect(numbers).toHaveLength(5);
    for (const number of numbers) expect(number).toMatch(pattern);
  });

  it.for([{ country: 'XX' }, { country: 'UZ', type: 'tollFree' }, { contains: '+1999' }] as const)(
    'like %o do not exist',
    async (wish) => expect(await made(wish)).toEqual([]),
  );
});

describe('digits that fit a pattern', () => {
  it.for(['(?:170[24]|28[13-5])\\d{6}', '8(?:0\\d{4,9}|3[2-9]?)1', '00\\d'])('%s', (pattern) => {
    const whole = new RegExp(`^(?:${pattern})$`);
    fc.assert(fc.property(fc.nat(), (seed) => whole.test(fitting(pattern, pickFrom(seed))())));
  });

  it('of another kind are refused', () => {
    expect(() => fitting('1.*', pickFrom(1))).toThrow('Not a pattern');
  });
});
