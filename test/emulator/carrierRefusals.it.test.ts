import { describe, expect } from 'vitest';
import { alice, it, shop } from './carrier.ts';
import refusals from './carrierRefusals.json' with { type: 'json' };
import { call, expectRefusal } from './harness.ts';
import { rowsOf } from './refusalRows.ts';

const messages = '{account}/Messages.json';

describe('what Twilio would refuse of a captured account', () => {
  it.for(rowsOf(refusals))(
    'is refused, and nothing is captured: $request with $given',
    async ({ request, given, status, code }, { emulator, captured }) => {
      const [method = '', path = ''] = request.split(' ');
      const answer =
        typeof given === 'string'
          ? await call(emulator, given === '' ? path : `${path}?${given}`, { method })
          : await call(emulator, path, { form: given });
      expectRefusal(answer, status, code);
      expect([captured, emulator.state().messages]).toEqual([[], []]);
    },
  );

  it('is a text of 1601 characters, and an eleventh picture', async ({ emulator, captured, send }) => {
    const form = { To: alice, From: shop, Body: 'x'.repeat(1601) };
    expectRefusal(await call(emulator, messages, { form }), 400, 21617);
    const mediaUrl = Array.from({ length: 11 }, (_, index) => `https://shop.example/${index}.png`);
    await expect(send({ mediaUrl })).rejects.toMatchObject({ status: 400, code: 21623 });
    await send({ body: 'x'.repeat(1600), mediaUrl: mediaUrl.slice(1) });
    expect(captured).toMatchObject([{ media: { length: 10 } }]);
  });
});
