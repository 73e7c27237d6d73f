import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listenerForTest, params, sign } from './harness.ts';
import { runs } from '../../support/runs.ts';

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_[\].-]{0,12}$/).filter((text) => !(text in params));
const value = fc.string({ unit: 'grapheme', maxLength: 40 });

it('what Twilio signs is accepted as it comes over the wire, whatever parameters it has', async () => {
  const { post, received } = await listenerForTest();
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(name, fc.oneof(value, fc.array(value, { minLength: 2, maxLength: 3 })), { noNullPrototype: true }),
      value,
      async (extra, Body) => {
        const MessageSid = `SM${String(received.length).padStart(32, '0')}`;
        expect((await post({ ...params, ...extra, Body, MessageSid })).status).toBe(200);
        expect(received.at(-1)).toMatchObject({ sid: MessageSid, body: Body });
      },
    ),
    runs(20),
  );
});

it('a change on the way makes it a stranger’s, whatever is changed', async () => {
  const { post, received } = await listenerForTest({});
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(params)), value, async (changed, other) => {
      fc.pre(params[changed] !== other);
      expect([403, 429]).toContain((await post({ ...params, [changed]: other }, { signature: sign(params) })).status);
    }),
    runs(20),
  );
  expect(received).toEqual([]);
});
