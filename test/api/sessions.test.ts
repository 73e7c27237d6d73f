import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { guardOf } from '../../electron/api/guard.ts';
import { Sessions } from '../../electron/api/sessions.ts';
import { EndedSessions } from '../../electron/core/sharing/endedSessions.ts';
import { historyInMemory } from '../adapters/history/harness.ts';
import { forAll } from '../support/runs.ts';

const publicUrl = 'https://otp-dock.example';
const token = 'o'.repeat(43);
const hour = 3_600_000;

function start(ownersToken = token) {
  let now = Date.UTC(2026, 0, 1);
  const ended = new EndedSessions(historyInMemory());
  const sessions = new Sessions(ownersToken, guardOf(publicUrl), ended, () => now);
  return { sessions, pass: (ms: number) => void (now += ms) };
}

/** What a browser sends back of a Set-Cookie. */
const sent = (setCookie: string, more: Record<string, string> = {}) => ({
  method: 'GET',
  headers: { origin: publicUrl, cookie: `other=1; ${setCookie.split(';')[0]}`, ...more },
});

describe('a session', () => {
  it('is known by every host with the same token, from a cookie that scripts and other pages cannot have', () => {
    const { sessions } = start();
    const session = sessions.begin();
    const cookie = sessions.cookieFor(session);
    expect(cookie).toMatch(/^__Host-otp-dock=[\w.-]+; Max-Age=43200; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
    expect(cookie).not.toContain(token);
    for (const host of [sessions, start().sessions]) expect(host.of(sent(cookie))).toEqual(session);
    expect(start('p'.repeat(43)).sessions.of(sent(cookie))).toBeNull();
  });

  it('counts for our own page alone', () => {
    const { sessions } = start();
    const cookie = sessions.cookieFor(sessions.begin());
    for (const origin of ['https://evil.example', 'null', 'http://otp-dock.example'])
      expect(sessions.of(sent(cookie, { origin }))).toBeNull();
    expect(sessions.of({ method: 'GET', headers: { cookie: cookie.split(';')[0] } })).toBeNull();
  });

  it('ends after half a day without a sign of its browser, and after a week in any case', () => {
    const { sessions, pass } = start();
    let session = sessions.begin();
    const known = () => sessions.of(sent(sessions.cookieFor(session)));
    pass(12 * hour - 1_000);
    expect(known()).not.toBeNull();
    pass(1_000);
    expect(known()).toBeNull();
    session = sessions.begin();
    for (let hours = 0; hours < 7 * 24; hours += 6) {
      expect(known(), `after ${hours} h`).not.toBeNull();
      session = sessions.renewed(session);
      pass(6 * hour);
    }
    expect(known()).toBeNull();
  });

  it('that was signed out is over, also for a copy of its cookie and for what listens', async () => {
    const { sessions } = start();
    const [session, other] = [sessions.begin(), sessions.begin()];
    const ended: string[] = [];
    onTestFinished(sessions.onEnd(session, () => ended.push('ours')));
    onTestFinished(sessions.onEnd(other, () => ended.push('other')));
    const cookie = sessions.cookieFor(session);
    expect(await sessions.end(session)).toMatch(/^__Host-otp-dock=; Max-Age=0; /);
    expect([sessions.of(sent(cookie)), ended]).toEqual([null, ['ours']]);
    expect(sessions.of(sent(sessions.cookieFor(sessions.renewed(session))))).toBeNull();
    expect(sessions.of(sent(sessions.cookieFor(other)))).not.toBeNull();
  });

  it('cannot be made up or prolonged by a change of its cookie', async () => {
    const { sessions } = start();
    const [cookie = ''] = sessions.cookieFor(sessions.begin()).split(';');
    await forAll(300, [fc.nat(cookie.length - 1), fc.constantFrom(...'0123456789AZaz-_.=; ', '')], (at, put) => {
      const changed = cookie.slice(0, at) + put + cookie.slice(at + 1);
      if (changed.trim() !== cookie) expect(sessions.of(sent(changed)), changed).toBeNull();
    });
    await forAll(100, [fc.string()], (text) => {
      expect(sessions.of(sent(`__Host-otp-dock=${text}`))).toBeNull();
    });
  });
});
