import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forAll } from '../../support/runs.ts';
import { accountSid, authToken, formOf, listenerForTest, params, publicUrl } from './harness.ts';

const mms = `MM${'2'.repeat(32)}`;
const pictures = {
  NumMedia: '2',
  MediaUrl0: 'https://api.example/1',
  MediaContentType0: 'image/png',
  MediaUrl1: 'https://asha:secret@api.example/2',
  MediaContentType1: 'video/mp4',
};
const named = [
  { contentType: 'image/png', url: 'https://api.example/1' },
  { contentType: 'video/mp4', url: 'https://api.example/2' },
];
const usual = { body: 'Your code is 123456' };

describe('a message from Twilio', () => {
  it('is taken and answered with an empty response', async () => {
    const { post, received } = await listenerForTest();
    const before = new Date().toISOString();
    const response = await post();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/xml/);
    expect(await response.text()).toBe('<Response/>');
    expect(received).toEqual([
      {
        sid: params['MessageSid'],
        accountSid,
        from: '+12025550147',
        to: '+919000012345',
        body: 'Your code is 123456',
        numMedia: 0,
        media: [],
        sentBy: null,
        receivedAt: expect.any(String),
      },
    ]);
    expect(received[0]?.receivedAt.localeCompare(before)).toBeGreaterThanOrEqual(0);
  });

  it('is not answered before it is on disk', async () => {
    const [arrived, stored] = [Promise.withResolvers<void>(), Promise.withResolvers<'stored'>()];
    const { origin, post } = await listenerForTest({ receive: () => (arrived.resolve(), stored.promise) });
    let answered = false;
    const answer = post().finally(() => (answered = true));
    await arrived.promise;
    // A whole other exchange with the same server fits in between.
    expect((await fetch(`${origin}/health`)).status).toBe(200);
    expect(answered).toBe(false);
    stored.resolve('stored');
    expect((await answer).status).toBe(200);
  });

  it.each([
    ['an emoji', { Body: 'Kod: 123456 🎉 ﷽ ünïcödé' }, { body: 'Kod: 123456 🎉 ﷽ ünïcödé' }],
    ['no text', { Body: '' }, { body: '' }],
    ['1,600 characters', { Body: 'ü'.repeat(1_600) }, { body: 'ü'.repeat(1_600) }],
    ['line breaks, a plus and an ampersand', { Body: 'a+b & c\r\n=1%20' }, { body: 'a+b & c\r\n=1%20' }],
    ['a sender of letters', { From: 'Kettlebank' }, { from: 'Kettlebank' }],
    ['a short code as its sender', { From: '72166' }, { from: '72166' }],
    [
      'WhatsApp for its channel',
      { From: 'whatsapp:+12025550147', To: 'whatsapp:+919000012345', WaId: '12025550147', ProfileName: 'Asha' },
      { from: 'whatsapp:+12025550147', to: '+919000012345' },
    ],
    ['pictures', { ...pictures, MessageSid: mms }, { sid: mms, numMedia: 2, media: named }],
    ['fewer pictures than it says', { ...pictures, NumMedia: '999999999' }, { numMedia: 999_999_999, media: named }],
    ['more pictures than it says', { ...pictures, NumMedia: '1' }, { numMedia: 1, media: named.slice(0, 1) }],
    [
      'a picture in a place that is not on the web',
      { NumMedia: '1', MediaContentType0: 'image/gif', MediaUrl0: 'file:///etc/passwd' },
      { media: [{ contentType: 'image/gif', url: null }] },
    ],
    ['a picture of no known type', { NumMedia: '1', MediaUrl0: 'https://api.example/1' }, { numMedia: 1, media: [] }],
    ['its recipient’s Messaging Service', { MessagingServiceSid: `MG${'5'.repeat(32)}` }, { sentBy: null }],
    ['parameters that are unknown today', { NewThing: 'x', 'Odd[name]': 'y', 'Odd.name': 'z' }, usual],
    ['a parameter that is there twice', { AddOns: ['one', 'two'] }, usual],
    ['a parameter that is there twice with one value', { AddOns: ['same', 'same'] }, usual],
    ['a nonsense count of pictures', { NumMedia: 'many' }, { numMedia: 0 }],
  ])('may have %s', async (_what, change, expected) => {
    const { post, received } = await listenerForTest();
    expect((await post({ ...params, ...change })).status).toBe(200);
    expect(received).toMatchObject([expected]);
  });

  it('may lack a text and have the old name of its id', async () => {
    const { post, received } = await listenerForTest();
    const { MessageSid: _, Body: __, NumMedia: ___, ...old } = params;
    expect((await post(old)).status).toBe(200);
    expect(received).toMatchObject([{ sid: params['SmsSid'], body: '', numMedia: 0 }]);
  });

  it('may have whatever parameters Twilio thinks of', async () => {
    const { post, received } = await listenerForTest();
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_[\].-]{0,12}$/).filter((text) => !(text in params));
    const value = fc.string({ unit: 'grapheme', maxLength: 40 });
    const values = fc.oneof(value, fc.array(value, { minLength: 2, maxLength: 3 }));
    await forAll(20, [fc.dictionary(name, values, { noNullPrototype: true }), value], async (extra, Body) => {
      const MessageSid = `SM${String(received.length).padStart(32, '0')}`;
      expect((await post({ ...params, ...extra, Body, MessageSid })).status).toBe(200);
      expect(received.at(-1)).toMatchObject({ sid: MessageSid, body: Body });
    });
  });

  it('may be compressed', async () => {
    const { post, received } = await listenerForTest();
    const change = { body: gzipSync(formOf(params)), headers: { 'content-encoding': 'gzip' } };
    expect((await post(params, change)).status).toBe(200);
    expect(received).toHaveLength(1);
  });
});

describe('a signature', () => {
  it('over an earlier public URL still holds', async () => {
    const { post } = await listenerForTest({ publicUrls: () => ['https://new.example/webhook', publicUrl] });
    expect((await post()).status).toBe(200);
  });

  it.each([
    ['while no account is connected', { authToken: () => null }, authToken],
    ['while there is no public URL', { publicUrls: () => [] }, authToken],
    ['with an empty token', { authToken: () => '' }, ''],
  ])('does not hold %s', async (_when, gate, token) => {
    const { post } = await listenerForTest(gate);
    expect((await post(params, { token })).status).toBe(403);
  });
});

it('the token is in no answer and no line of the log', async () => {
  const { post, log } = await listenerForTest({ receive: () => Promise.reject(new Error('boom')) });
  const answers = await Promise.all(
    [post(), post(params, { signature: 'x' }), post({})].map(async (answer) => (await answer).text()),
  );
  expect([...answers, ...log].join('\n')).not.toContain(authToken);
  expect(log.length).toBeGreaterThan(0);
});
