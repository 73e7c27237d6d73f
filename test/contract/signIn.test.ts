import { describe, expect, it } from 'vitest';
import { askToSignIn, askToSignOut } from '../../electron/contract/signIn.ts';
import { failureOf } from '../support/failures.ts';

const answering = (status: number, body: unknown = {}) => {
  const asked: [string, RequestInit][] = [];
  const ask = (path: string, init: RequestInit) => {
    asked.push([path, init]);
    return Promise.resolve(Response.json(body, { status }));
  };
  return { asked, ask };
};

describe('signing in', () => {
  it.each(['cookie', 'page'] as const)(
    'sends the token in a header alone, and hears who keeps it: %s',
    async (kept) => {
      const { asked, ask } = answering(200, { kept });
      expect(await askToSignIn('owner', ask)).toBe(kept);
      expect(asked).toEqual([['/v1/session', { method: 'POST', headers: { authorization: 'Bearer owner' } }]]);
    },
  );

  it.each([
    [401, 'wrong'],
    [403, 'named'],
    [429, 'tooMany'],
    [500, 'unreachable'],
    [404, 'unreachable'],
  ])('refused with %i means %s', async (status, problem) => {
    expect(await askToSignIn('owner', answering(status).ask)).toBe(problem);
  });

  it('without a host that answers as it should says so', async () => {
    expect(await askToSignIn('owner', () => Promise.reject(new TypeError('fetch failed')))).toBe('unreachable');
    expect(await askToSignIn('owner', () => Promise.resolve(new Response('<html>')))).toBe('unreachable');
  });

  it('with what no header can carry is wrong, and is not sent', async () => {
    const { asked, ask } = answering(200, { kept: 'page' });
    for (const token of ['मालिक', 'two words', 'line\nbreak', '']) expect(await askToSignIn(token, ask)).toBe('wrong');
    expect(asked).toEqual([]);
  });
});

describe('signing out', () => {
  it('is done when the host says so', async () => {
    const { asked, ask } = answering(200);
    await askToSignOut(ask);
    expect(asked).toEqual([['/v1/session', { method: 'DELETE' }]]);
  });

  it.each([
    ['that stands by', answering(503).ask],
    ['that does not answer', () => Promise.reject(new TypeError('fetch failed'))],
  ])('with a host %s fails, and may be tried again', async (_what, ask) => {
    expect(await failureOf(askToSignOut(ask))).toMatchObject({
      message: expect.toSay('still signed in'),
      retryable: true,
    });
  });
});
