import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { plainError } from '../../../electron/contract/errors.ts';
import { accountSid, authToken, formOf, listenerForTest, params, publicUrl, sign } from './harness.ts';

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

  it('that cannot be stored is asked for again, and the log says why', async () => {
    const { post, log } = await listenerForTest({
      receive: () => Promise.reject(plainError('STORAGE_FAILED', 'The disk is full.', 'Free some space.')),
    });
    const response = await post();
    expect(response.status).toBe(503);
    expect(await response.text()).toBe('');
    expect(log.join('\n')).toContain('The disk is full.');
    expect(log.join('\n')).not.toContain('123456');
  });

  it('that comes twice is answered twice', async () => {
    const { post, received } = await listenerForTest();
    expect([(await post()).status, (await post()).status]).toEqual([200, 200]);
    expect(received).toHaveLength(1);
  });

  it.each([
    ['an emoji', { Body: 'Kod: 123456 🎉 ﷽ ünïcödé' }, { body: 'Kod: 123456 🎉 ﷽ ünïcödé' }],
    ['no text', { Body: '' }, { body: '' }],
    ['1,600 characters', { Body: 'ü'.repeat(1_600) }, { body: 'ü'.repeat(1_600) }],
    ['line breaks, a plus and an ampersand', { Body: 'a+b & c\r\n=1%20' }, { body: 'a+b & c\r\n=1%20' }],
    ['a sender of letters', { From: 'Kettlebank' }, { from: 'Kettlebank' }],
    ['a short code as its sender', { From: '72166' }, { from: '72166' }],
    [
      'pictures',
      {
        NumMedia: '2',
        MediaUrl0: 'https://api.example/1',
        MediaUrl1: 'https://api.example/2',
        MessageSid: `MM${'2'.repeat(32)}`,
      },
      { sid: `MM${'2'.repeat(32)}`, numMedia: 2 },
    ],
    [
      'parameters that are unknown today',
      { NewThing: 'x', 'Odd[name]': 'y', 'Odd.name': 'z' },
      { body: 'Your code is 123456' },
    ],
    ['a parameter that is there twice', { AddOns: ['one', 'two'] }, { body: 'Your code is 123456' }],
    ['a parameter that is there twice with one value', { AddOns: ['same', 'same'] }, { body: 'Your code is 123456' }],
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

  it('may be compressed', async () => {
    const { origin, received } = await listenerForTest();
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-encoding': 'gzip',
      'x-twilio-signature': sign(params),
    };
    const response = await fetch(`${origin}/webhook`, { method: 'POST', body: gzipSync(formOf(params)), headers });
    expect(response.status).toBe(200);
    expect(received).toHaveLength(1);
  });
});

describe('a signature', () => {
  const ours = 'https://hooks.example:8443/webhook';

  it.each([
    ['the public URL', publicUrl, publicUrl],
    ['the URL with the default port', publicUrl, 'https://hooks.example:443/webhook'],
    ['the URL without the default port that we gave', 'https://hooks.example:443/webhook', publicUrl],
    ['an http URL with port 80', 'http://localhost/webhook', 'http://localhost:80/webhook'],
    ['another port', ours, ours],
    ['a path before /webhook', 'https://hooks.example/otp/webhook', 'https://hooks.example/otp/webhook'],
  ])('over %s holds', async (_what, given, signedUrl) => {
    const { post } = await listenerForTest({ publicUrls: () => [given] });
    expect((await post(params, { signedUrl })).status).toBe(200);
  });

  it('over an earlier public URL still holds', async () => {
    const { post } = await listenerForTest({ publicUrls: () => ['https://new.example/webhook', publicUrl] });
    expect((await post()).status).toBe(200);
  });

  it('holds with and without the fragment of the URL', async () => {
    const { post } = await listenerForTest({ publicUrls: () => [`${publicUrl}#rc=3&rp=all`] });
    expect((await post(params, { signedUrl: publicUrl })).status).toBe(200);
    expect((await post(params, { signedUrl: `${publicUrl}#rc=3&rp=all` })).status).toBe(200);
  });

  it.each([
    ['that is missing', { signature: null }],
    ['that is empty', { signature: '' }],
    ['that is no base64', { signature: 'nonsense' }],
    ['of another request', { signature: sign({ ...params, Body: 'other' }) }],
    ['with another token', { token: 'f'.repeat(32) }],
    ['over another path', { signedUrl: 'https://hooks.example/other' }],
    ['over another host', { signedUrl: 'https://evil.example/webhook' }],
    ['over http in place of https', { signedUrl: 'http://hooks.example/webhook' }],
    ['over the address that the server itself sees', { signedUrl: 'http://127.0.0.1/webhook' }],
    ['over a query that we never gave', { signedUrl: `${publicUrl}?a=1`, path: '/webhook?a=1' }],
  ])('%s is refused, and the message is not seen', async (_what, change) => {
    const { post, received } = await listenerForTest();
    expect((await post(params, change)).status).toBe(403);
    expect(received).toEqual([]);
  });

  it('does not hold while no account is connected, or while there is no public URL', async () => {
    const unconnected = await listenerForTest({ authToken: () => null });
    expect((await unconnected.post()).status).toBe(403);
    const unreachable = await listenerForTest({ publicUrls: () => [] });
    expect((await unreachable.post()).status).toBe(403);
  });

  it('does not hold with an empty token', async () => {
    const { post } = await listenerForTest({ authToken: () => '' });
    expect((await post(params, { token: '' })).status).toBe(403);
  });
});

describe('a request that is no message', () => {
  it.each([
    ['nothing', {}],
    ['no id', { ...params, MessageSid: [], SmsSid: [] }],
    ['a nonsense id', { ...params, MessageSid: 'SM1' }],
    ['no sender', { ...params, From: '' }],
    ['no recipient', { ...params, To: [] }],
    ['two texts', { ...params, Body: ['one', 'two'] }],
    ['the account of somebody else', { ...params, AccountSid: `AC${'b'.repeat(32)}` }],
  ])('(%s) is refused although it is signed', async (_what, parameters) => {
    const { post, received } = await listenerForTest();
    expect((await post(parameters, { signature: sign(parameters) })).status).toBe(400);
    expect(received).toEqual([]);
  });

  it('is refused when it is too long', async () => {
    const { post, received } = await listenerForTest();
    const long = { ...params, Body: 'x'.repeat(64 * 1024) };
    expect((await post(long)).status).toBe(413);
    expect((await post(Object.fromEntries(Array.from({ length: 1_100 }, (_, i) => [`P${i}`, ''])))).status).toBe(413);
    expect(received).toEqual([]);
  });

  it('is refused when it unpacks to too much', async () => {
    const { origin } = await listenerForTest();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-encoding': 'gzip' };
    expect(
      (await fetch(`${origin}/webhook`, { method: 'POST', body: gzipSync('x'.repeat(10_000_000)), headers })).status,
    ).toBe(413);
  });

  it.each([['application/json'], ['text/plain'], ['multipart/form-data; boundary=x']])(
    'is refused when it is %s',
    async (type) => {
      const { post, received } = await listenerForTest();
      expect((await post(params, { headers: { 'content-type': type } })).status).toBe(415);
      expect(received).toEqual([]);
    },
  );

  it.each([
    ['content-encoding', 'brotlish'],
    ['content-type', 'application/x-www-form-urlencoded; charset=klingon'],
  ])('is refused with an unknown %s', async (name, value) => {
    const { post } = await listenerForTest();
    expect((await post(params, { headers: { [name]: value } })).status).toBe(415);
  });

  it('is refused when it is a garbled archive', async () => {
    const { post } = await listenerForTest();
    expect((await post(params, { headers: { 'content-encoding': 'gzip' } })).status).toBe(400);
  });
});

describe('a flood of requests without a signature', () => {
  it('is turned away after a while, and a signed message still comes through', async () => {
    const { post, received } = await listenerForTest();
    const statuses: number[] = [];
    for (let i = 0; i < 140; i += 1) statuses.push((await post(params, { signature: 'x' })).status);
    expect([...new Set(statuses)]).toEqual([403, 429]);
    expect((await post(params, { signature: null })).status).toBe(429);
    expect((await post()).status).toBe(200);
    expect(received).toHaveLength(1);
  });
});

describe('through the tunnel', () => {
  it('the health of the listener can be asked, and which run it is of', async () => {
    const { origin } = await listenerForTest();
    const response = await fetch(`${origin}/health`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok', instance: 'this-run' });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['GET', '/webhook'],
    ['PUT', '/webhook'],
    ['DELETE', '/webhook'],
    ['POST', '/webhook/'],
    ['POST', '/Webhook'],
    ['POST', '/health'],
    ['GET', '/health/'],
    ['GET', '/'],
    ['GET', '/v1/health'],
    ['GET', '/v1/leases'],
    ['GET', '/ui/socket'],
    ['GET', '/../package.json'],
    ['GET', '/%2e%2e/package.json'],
    ['GET', '//webhook'],
  ])('there is no %s %s', async (method, path) => {
    const { origin } = await listenerForTest();
    const response = await fetch(origin + path, { method, headers: { 'x-twilio-signature': sign(params) } });
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  it('nothing says what the server is made of', async () => {
    const { origin } = await listenerForTest();
    const response = await fetch(`${origin}/health`);
    expect(response.headers.get('x-powered-by')).toBeNull();
    expect((await fetch(`${origin}/%E0%A4%A`)).status).toBeLessThan(500);
  });
});

describe('the token', () => {
  it('is in no answer and no line of the log', async () => {
    const { post, log } = await listenerForTest({ receive: () => Promise.reject(new Error('boom')) });
    const answers = await Promise.all(
      [post(), post(params, { signature: 'x' }), post({})].map(async (answer) => (await answer).text()),
    );
    expect([...answers, ...log].join('\n')).not.toContain(authToken);
    expect(log.length).toBeGreaterThan(0);
  });
});
