import { once } from 'node:events';
import { describe, expect, it as base } from 'vitest';
import { closeOf, feedOf, hostForTest } from './harness.ts';
import { bearer, ownersToken, publicUrl, teamHost, type TeamAnswer, type TeamHost } from './team.ts';

const it = base.extend('team', () => teamHost());

const page = { origin: publicUrl };
const errorOf = ({ text }: TeamAnswer) => (JSON.parse(text) as { error: { code: string; message: string } }).error;

/** What the browser sends back from then on. */
function cookieIn({ headers }: TeamAnswer): string {
  const [cookie = ''] = headers['set-cookie'] ?? [];
  return cookie.split(';')[0] ?? '';
}

async function signIn({ ask }: TeamHost): Promise<string> {
  const answer = await ask('POST', '/v1/session', { ...page, ...bearer(ownersToken) });
  expect(answer).toMatchObject({ status: 200, text: '{"kept":"cookie"}' });
  expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' });
  expect(answer.headers['set-cookie']).toEqual([expect.stringMatching(/; Secure; HttpOnly; SameSite=Strict$/)]);
  expect(JSON.stringify(answer)).not.toContain(ownersToken);
  return cookieIn(answer);
}

describe('the owner, who signs in with a browser', () => {
  it('gets the user interface by the cookie alone, stays signed in with use, and signs out in all tabs', async ({
    team,
  }) => {
    const cookie = await signIn(team);
    const tabs = [1, 2].map(() => team.socket('/ui/socket', ['otp-dock'], { ...page, cookie }));
    const [upgrade] = (await once(tabs[0]!, 'upgrade')) as [TeamAnswer];
    expect(cookieIn(upgrade)).toMatch(/^__Host-otp-dock=/);
    const { until } = await feedOf<{ id: number }>(tabs[1]!);
    tabs[1]?.send(JSON.stringify({ id: 1, name: 'state.get' }));
    expect(await until(({ id }) => id === 1)).toMatchObject({ result: { ok: true } });

    const renewal = await team.ask('GET', '/v1/session', { ...page, cookie });
    expect([renewal.status, cookieIn(renewal).split('.')[0]]).toEqual([204, cookie.split('.')[0]]);

    const closed = Promise.all(tabs.map(closeOf));
    const gone = await team.ask('DELETE', '/v1/session', { ...page, cookie });
    expect([gone.status, cookieIn(gone)]).toEqual([204, '__Host-otp-dock=']);
    expect(await closed).toEqual([4401, 4401]);
    expect((await team.ask('GET', '/v1/session', { ...page, cookie })).status).toBe(401);
    expect(await closeOf(team.socket('/ui/socket', ['otp-dock'], { ...page, cookie }))).toBe(4401);
  });

  it('is known to the host that takes over, and to no host with another token', async ({ team }) => {
    const cookie = await signIn(team);
    const [next, other] = [await teamHost(), await teamHost({ variables: { OTP_DOCK_API_TOKEN: 'x'.repeat(43) } })];
    expect((await next.ask('GET', '/v1/session', { ...page, cookie })).status).toBe(204);
    expect((await other.ask('GET', '/v1/session', { ...page, cookie })).status).toBe(401);
  });

  it('is told that a token is wrong, and that one with a name does not open the user interface', async ({ team }) => {
    const wrong = await team.ask('POST', '/v1/session', { ...page, ...bearer('w'.repeat(43)) });
    expect([wrong.status, wrong.headers['set-cookie']]).toEqual([401, undefined]);
    const tokens = await team.ask('POST', '/v1/tokens', bearer(ownersToken), { name: 'ci' });
    const { token } = JSON.parse(tokens.text) as { token: string };
    const named = await team.ask('POST', '/v1/session', { ...page, ...bearer(token) });
    expect([named.status, named.headers['set-cookie']]).toEqual([403, undefined]);
    expect(errorOf(named)).toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining('owner') as string });
    for (let i = 0; i < 119; i += 1) await team.ask('POST', '/v1/session', { ...page, ...bearer('w'.repeat(43)) });
    expect((await team.ask('POST', '/v1/session', { ...page, ...bearer('w'.repeat(43)) })).status).toBe(429);
    await signIn(team);
  });

  it('keeps the token in the page on loopback, where pages of other ports would get a cookie, too', async () => {
    const { call } = await hostForTest();
    const { status, headers, body } = await call('POST', '/v1/session');
    expect([status, headers.get('set-cookie'), body]).toEqual([200, null, { kept: 'page' }]);
  });
});

describe('the cookie', () => {
  it('counts for nothing that another page asks, whether the browser says so or keeps silent', async ({ team }) => {
    const cookie = await signIn(team);
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'same-site' }]) {
      expect((await team.ask('DELETE', '/v1/session', { ...headers, cookie })).status).toBe(403);
      expect((await team.ask('GET', '/v1/session', { ...headers, cookie })).status).toBe(403);
    }
    expect((await team.ask('GET', '/v1/session', { cookie })).status).toBe(401);
    expect(await closeOf(team.socket('/ui/socket', ['otp-dock'], { cookie }))).toBe(4401);
    await team.ask('DELETE', '/v1/session', { cookie });
    expect((await team.ask('GET', '/v1/session', { ...page, cookie })).status).toBe(204);
  });

  it('is no token of the automation API', async ({ team }) => {
    const cookie = await signIn(team);
    for (const [method, path] of [
      ['GET', '/v1/leases'],
      ['POST', '/v1/leases'],
      ['POST', '/v1/session'],
      ['DELETE', '/v1/messages'],
    ] as const)
      expect((await team.ask(method, path, { ...page, cookie })).status, path).toBe(401);
    expect(await closeOf(team.socket('/v1/events', ['otp-dock'], { ...page, cookie }))).toBe(4401);
  });
});

it('somebody with a named token and the owner’s cookie is the owner in the user interface alone', async ({ team }) => {
  const cookie = await signIn(team);
  const tokens = await team.ask('POST', '/v1/tokens', bearer(ownersToken), { name: 'ci' });
  const { token } = JSON.parse(tokens.text) as { token: string };
  await once(team.socket('/ui/socket', ['otp-dock', `token.${token}`], { ...page, cookie }), 'open');
  expect((await team.ask('GET', '/v1/tokens', { ...page, ...bearer(token), cookie })).status).toBe(403);
});
