import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSender } from '../../electron/emulator/addresses.ts';
import { sampleMessage } from '../../electron/emulator/sampleTraffic.ts';

const round = Array.from({ length: 24 }, (_, index) => sampleMessage(index));

describe('sample traffic', () => {
  it('is the same at each run', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (index) => {
        expect(sampleMessage(index)).toEqual(sampleMessage(index));
      }),
    );
  });

  it('has twenty different texts and more, then the same ones with new codes', () => {
    expect(new Set(round.map(({ body }) => body)).size).toBe(24);
    expect(sampleMessage(24).body).not.toBe(sampleMessage(0).body);
    expect(sampleMessage(24).body.replace(/\d/g, '#')).toBe(sampleMessage(0).body.replace(/\d/g, '#'));
  });

  it('can be sent: each sender and text is one that a number can get', () => {
    const unsendable = round.filter(({ from, body }) => !isSender(from) || body.length === 0 || body.length > 1600);
    expect(unsendable).toEqual([]);
  });

  it('has the shapes that codes come in', () => {
    const all = round.map(({ body }) => body).join('\n---\n');
    expect(all).toMatch(/\bG-\d{6}\b/);
    expect(all).toMatch(/\b\d{3}-\d{3}\b/);
    expect(all).toMatch(/\b\d{3} \d{3}\b/);
    const webOtp = /(\d{6})\.\n\n@[a-z.]+ #(\d{6})$/m.exec(all);
    expect(webOtp?.[2]).toBe(webOtp?.[1]);
    expect(
      round.filter(({ body }) => !/code|otp|ओटीपी|pin\b|コード|kod|código|codice|type \d/i.test(body)).length,
    ).toBeGreaterThanOrEqual(3);
  });
});
