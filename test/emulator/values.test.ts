import fc from 'fast-check';
import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import { gmtDay, parseGmtDay, parseIsoInstant, parseUsageDay, rfc2822 } from '../../electron/emulator/dates.ts';
import { formatUsd, parseUsd } from '../../electron/emulator/money.ts';
import { signRequest } from '../../electron/emulator/signature.ts';
import { connectionPolicy } from '../../electron/emulator/webhookPolicy.ts';

describe('money', () => {
  it.each([
    [0, '0.00'],
    [1_150_000, '1.15'],
    [8_300, '0.0083'],
    [-7_500, '-0.0075'],
    [500_000_000, '500.00'],
    [1, '0.000001'],
  ])('%i micro-USD is %s', (micros, text) => {
    expect(formatUsd(micros)).toBe(text);
    expect(parseUsd(text)).toBe(micros);
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -2_000_000_000_000, max: 2_000_000_000_000 }),
        fc.integer({ min: 0, max: 6 }),
        (micros, places) => {
          expect(parseUsd(formatUsd(micros, places))).toBe(micros);
        },
      ),
    );
  });

  it.each(['', '1.', '.5', '1e3', '1,5', '1.1234567', '--1', 'NaN'])('is not "%s"', (text) => {
    expect(parseUsd(text)).toBeNull();
  });
});

describe('dates', () => {
  it('are RFC 2822 in GMT', () => {
    expect(rfc2822(Date.UTC(2015, 6, 30, 20, 0, 0))).toBe('Thu, 30 Jul 2015 20:00:00 +0000');
  });

  it('are filtered by their day in GMT', () => {
    expect(parseGmtDay('2026-11-22')).toBe('2026-11-22');
    expect(parseGmtDay('2026-11-22T23:30:00-05:00')).toBe('2026-11-23');
    expect(parseGmtDay('2026-11-22 05:06:07.000')).toBe('2026-11-22');
    expect(parseGmtDay('Wed, 19 Jun 2019 22:04:00 -0000')).toBe('2019-06-19');
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
        expect(parseGmtDay(date.toISOString())).toBe(gmtDay(date.getTime()));
      }),
    );
  });

  it('may be instants with a time zone', () => {
    const texts = [
      '2026-11-22T10:00:00Z',
      '2026-11-22T10:00:00.5+02:00',
      '2026-02-31T10:00:00Z',
      '2026-11-22T10:00:00',
      '',
    ];
    expect(texts.map(parseIsoInstant)).toEqual([
      Date.UTC(2026, 10, 22, 10),
      Date.UTC(2026, 10, 22, 8, 0, 0, 500),
      null,
      null,
      null,
    ]);
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
        expect(parseIsoInstant(date.toISOString())).toBe(date.getTime());
      }),
    );
  });

  it('may be offsets from today in usage', () => {
    const now = Date.UTC(2026, 10, 22);
    const days = ['-30days', '+1days', '2026-01-02', 'today'].map((text) => parseUsageDay(text, now));
    expect(days).toEqual(['2026-10-23', '2026-11-23', '2026-01-02', null]);
  });
});

describe('signature', () => {
  it('is what the SDK expects, whatever the parameters', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.dictionary(
          words.filter((name) => name !== '__proto__'),
          fc.string({ unit: 'grapheme' }),
        ),
        words,
        (params, token) => {
          const url = 'https://hooks.example/webhook?a=b';
          expect(twilio.validateRequest(token, signRequest(token, `${url}#rc=2`, params), url, params)).toBe(true);
        },
      ),
    );
  }, 30_000);
});

describe('connection overrides', () => {
  it("have Twilio's defaults where they are missing or out of range", () => {
    const defaults = { retries: 1, retryOn: new Set(['ct']), connectMs: 5_000, readMs: 15_000, totalMs: 15_000 };
    expect(connectionPolicy('https://hooks.example/')).toEqual(defaults);
    expect(connectionPolicy('https://hooks.example/#rc=6&ct=5&rt=99999&tt=x')).toEqual(defaults);
    expect(connectionPolicy('https://hooks.example/#rc=0&rp=all&ct=200&rt=300&tt=400')).toEqual({
      retries: 0,
      retryOn: new Set(['ct', 'rt', '4xx', '5xx']),
      connectMs: 200,
      readMs: 300,
      totalMs: 400,
    });
  });
});
