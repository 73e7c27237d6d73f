import { describe, expect, it } from 'vitest';
import { plainError } from '../../../electron/contract/errors.ts';
import type { RefusalReason } from '../../../electron/contract/reception.ts';
import { receptionPaused } from '../../../electron/core/receptionPaused.ts';
import { listenerForTest, params, sign, type Change, type Params } from './harness.ts';

describe('a refused request', () => {
  it.each<[RefusalReason, number, string, Params, Change]>([
    ['signature', 403, 'has no signature', params, { signature: null }],
    ['signature', 403, 'is signed with another token', params, { token: 'f'.repeat(32) }],
    ['malformed', 400, 'is no message', { ...params, MessageSid: 'SM1' }, {}],
    ['malformed', 400, 'is for another account', { ...params, AccountSid: `AC${'b'.repeat(32)}` }, {}],
    ['malformed', 400, 'is a garbled archive', params, { headers: { 'content-encoding': 'gzip' } }],
    ['tooLarge', 413, 'is too long', { ...params, Body: 'x'.repeat(64 * 1024) }, {}],
    ['tooLarge', 413, 'has too many parameters', manyParameters(1_100), {}],
    ['wrongType', 415, 'is no form', params, { headers: { 'content-type': 'application/json' } }],
    ['wrongType', 415, 'has an unknown encoding', params, { headers: { 'content-encoding': 'brotlish' } }],
    ['wrongPath', 404, 'is for another path', params, { path: '/other' }],
  ])('is counted as %s (%i) when it %s', async (reason, status, _what, parameters, change) => {
    const { post, refused, received } = await listenerForTest();
    expect((await post(parameters, change)).status).toBe(status);
    expect([refused, received]).toEqual([[reason], []]);
  });

  it.each(['gzip', 'deflate', 'br'])('is told that its body is not the %s that it is said to be', async (encoding) => {
    const { post } = await listenerForTest();
    const response = await post(params, { headers: { 'content-encoding': encoding } });
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(`it is not ${encoding}`)]);
  });

  it('is counted as wrongPath with another method', async () => {
    const { origin, refused } = await listenerForTest();
    expect((await fetch(`${origin}/webhook`)).status).toBe(404);
    expect(refused).toEqual(['wrongPath']);
  });

  it('is counted as notStored when the disk does not take it', async () => {
    const { post, refused } = await listenerForTest({
      receive: () => Promise.reject(plainError('STORAGE_FAILED', 'The disk is full.', 'Free some space.')),
    });
    const response = await post();
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    expect(refused).toEqual(['notStored']);
  });

  it('is counted as paused while reception is, and Twilio is not told that it was taken', async () => {
    const { post, refused, log } = await listenerForTest({ receive: () => Promise.reject(receptionPaused()) });
    expect((await post()).status).toBe(503);
    expect([refused, log]).toEqual([['paused'], []]);
  });

  it('is counted as tooMany when there were too many of them', async () => {
    const { post, refused } = await listenerForTest();
    for (let i = 0; i < 121; i += 1) await post(params, { signature: 'x' });
    expect([refused.length, refused[119], refused[120]]).toEqual([121, 'signature', 'tooMany']);
  });

  it('is not counted when it is none', async () => {
    const { origin, post, refused } = await listenerForTest();
    expect([(await post()).status, (await post()).status, (await fetch(`${origin}/health`)).status]).toEqual([
      200, 200, 200,
    ]);
    expect(refused).toEqual([]);
  });
});

describe('behind a proxy that changes host and scheme', () => {
  it('a message is taken by the URL that Twilio was given, and no header changes that', async () => {
    const { post, received } = await listenerForTest();
    const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', forwarded: 'host=evil.example' };
    expect((await post(params, { headers })).status).toBe(200);
    expect(received).toHaveLength(1);
    for (const signedUrl of ['http://evil.example/webhook', 'https://evil.example/webhook']) {
      expect((await post(params, { headers, signature: sign(params, signedUrl) })).status).toBe(403);
    }
  });
});

function manyParameters(count: number): Params {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`P${i}`, '']));
}
