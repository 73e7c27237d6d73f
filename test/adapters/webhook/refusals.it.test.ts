import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { plainError } from '../../../electron/contract/errors.ts';
import type { RefusalReason } from '../../../electron/contract/reception.ts';
import { receptionPaused } from '../../../electron/core/diagnosis.ts';
import { listenerForTest, params, publicUrl, sign, type Change, type Params } from './harness.ts';

const without = (...names: string[]): Params => ({ ...params, ...Object.fromEntries(names.map((name) => [name, []])) });
const many = Object.fromEntries(Array.from({ length: 1_100 }, (_, index) => [`P${index}`, '']));
const type = (value: string): Change => ({ headers: { 'content-type': value } });
const encoding = (value: string): Change => ({ headers: { 'content-encoding': value } });

describe('a refused request', () => {
  it.each<[RefusalReason, number, string, Params, Change]>([
    ['signature', 403, 'has no signature', params, { signature: null }],
    ['signature', 403, 'has an empty one', params, { signature: '' }],
    ['signature', 403, 'has one that is no base64', params, { signature: 'nonsense' }],
    ['signature', 403, 'has that of another one', params, { signature: sign({ ...params, Body: 'other' }) }],
    ['signature', 403, 'is signed with another token', params, { token: 'f'.repeat(32) }],
    ['signature', 403, 'is signed over another path', params, { signedUrl: 'https://hooks.example/other' }],
    ['signature', 403, 'is signed over another host', params, { signedUrl: 'https://evil.example/webhook' }],
    ['signature', 403, 'is signed over http', params, { signedUrl: 'http://hooks.example/webhook' }],
    ['signature', 403, 'is signed over what the server sees', params, { signedUrl: 'http://127.0.0.1/webhook' }],
    ['signature', 403, 'has a query of its own', params, { signedUrl: `${publicUrl}?a=1`, path: '/webhook?a=1' }],
    ['malformed', 400, 'is empty', {}, {}],
    ['malformed', 400, 'has no id', without('MessageSid', 'SmsSid'), {}],
    ['malformed', 400, 'has a nonsense id', { ...params, MessageSid: 'SM1' }, {}],
    ['malformed', 400, 'has no sender', { ...params, From: '' }, {}],
    ['malformed', 400, 'has no recipient', without('To'), {}],
    ['malformed', 400, 'has two texts', { ...params, Body: ['one', 'two'] }, {}],
    ['malformed', 400, 'is for another account', { ...params, AccountSid: `AC${'b'.repeat(32)}` }, {}],
    ['malformed', 400, 'is a garbled archive', params, encoding('gzip')],
    ['tooLarge', 413, 'is too long', { ...params, Body: 'x'.repeat(64 * 1024) }, {}],
    ['tooLarge', 413, 'has too many parameters', many, {}],
    ['tooLarge', 413, 'unpacks to too much', params, { body: gzipSync('x'.repeat(10_000_000)), ...encoding('gzip') }],
    ['wrongType', 415, 'is JSON', params, type('application/json')],
    ['wrongType', 415, 'is a text', params, type('text/plain')],
    ['wrongType', 415, 'has parts', params, type('multipart/form-data; boundary=x')],
    ['wrongType', 415, 'is in a strange alphabet', params, type('application/x-www-form-urlencoded; charset=klingon')],
    ['wrongType', 415, 'has an unknown encoding', params, encoding('brotlish')],
    ['wrongPath', 404, 'is for another path', params, { path: '/other' }],
  ])('is counted as %s (%i) when it %s', async (reason, status, _what, parameters, change) => {
    const { post, refused, received } = await listenerForTest();
    expect((await post(parameters, change)).status).toBe(status);
    expect([refused, received]).toEqual([[reason], []]);
  });

  it.each(['gzip', 'deflate', 'br'])('is told that its body is not the %s that it is said to be', async (name) => {
    const { post } = await listenerForTest();
    const response = await post(params, encoding(name));
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(`it is not ${name}`)]);
  });

  it('is counted as wrongPath with another method', async () => {
    const { origin, refused } = await listenerForTest();
    expect((await fetch(`${origin}/webhook`)).status).toBe(404);
    expect(refused).toEqual(['wrongPath']);
  });

  it('is counted as notStored when the disk does not take it, asked for again, and the log says why', async () => {
    const { post, refused, log } = await listenerForTest({
      receive: () => Promise.reject(plainError('STORAGE_FAILED', 'The disk is full.', 'Free some space.')),
    });
    const response = await post();
    expect([response.status, response.headers.get('retry-after'), await response.text()]).toEqual([503, '5', '']);
    expect(refused).toEqual(['notStored']);
    expect(log.join('\n')).toContain('The disk is full.');
    expect(log.join('\n')).not.toContain('123456');
  });

  it('is counted as paused while reception is, and Twilio is not told that it was taken', async () => {
    const { post, refused, log } = await listenerForTest({ receive: () => Promise.reject(receptionPaused()) });
    expect((await post()).status).toBe(503);
    expect([refused, log]).toEqual([['paused'], []]);
  });

  it('is counted as tooMany when there were too many of them', async () => {
    const { post, received, refused } = await listenerForTest();
    for (let i = 0; i < 121; i += 1) await post(params, { signature: 'x' });
    expect([refused.length, refused[119], refused[120]]).toEqual([121, 'signature', 'tooMany']);
    expect((await post(params, { signature: null })).status).toBe(429);
    expect((await post()).status, 'a signed one comes through').toBe(200);
    expect(received).toHaveLength(1);
  });

  it('is not counted when it is none', async () => {
    const { origin, post, refused } = await listenerForTest();
    const statuses = [(await post()).status, (await post()).status, (await fetch(`${origin}/health`)).status];
    expect([statuses, refused]).toEqual([[200, 200, 200], []]);
  });
});

it('behind a proxy that changes host and scheme, a message is taken by the URL that Twilio was given, and no header changes that', async () => {
  const { post, received } = await listenerForTest();
  const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', forwarded: 'host=evil.example' };
  expect((await post(params, { headers })).status).toBe(200);
  expect(received).toHaveLength(1);
  for (const signedUrl of ['http://evil.example/webhook', 'https://evil.example/webhook']) {
    expect((await post(params, { headers, signature: sign(params, signedUrl) })).status).toBe(403);
  }
});
