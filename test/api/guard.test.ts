import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardOf } from '../../electron/api/guard.ts';
import { forAll } from '../support/runs.ts';

const publicUrl = 'https://otp-dock.example';
const [local, team] = [guardOf(null), guardOf(publicUrl)];
const hasTarget = (guard: typeof local, host: string | undefined, url = '/v1/health') =>
  guard.targetOf({ url, headers: { host } }) !== null;

/** What could pass for another name: parts of the right one, and what URL parsers take in different ways. */
const pieces = fc.constantFrom(
  ...[
    'otp-dock.example',
    'localhost',
    '127.0.0.1',
    '[::1]',
    'evil.example',
    '.',
    '@',
    ':',
    '443',
    '80',
    '/',
    '\\',
    '#',
  ],
  ...['?', '%2e', ' ', '\t', 'a', 'OTP-DOCK.EXAMPLE', 'xn--', '。', '0'],
);
const name = fc.array(pieces, { maxLength: 5 }).map((parts) => parts.join(''));

describe('the Host header', () => {
  it('is the public name and nothing else, whatever else it looks like', async () => {
    await forAll(500, [name], (host) => {
      expect(hasTarget(team, host)).toBe(/^otp-dock\.example(:443)?$/i.test(host));
    });
  });

  it('is a name of this machine and nothing else where there is no public one', async () => {
    await forAll(500, [name], (host) => {
      if (hasTarget(local, host)) expect(host).toMatch(/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i);
    });
    for (const host of ['localhost:5001', '127.0.0.1', '[::1]:80']) expect(hasTarget(local, host)).toBe(true);
  });

  it('has the port of the public address', () => {
    const guard = guardOf('https://otp-dock.example:8443');
    const hosts = ['otp-dock.example:8443', 'otp-dock.example', 'otp-dock.example:443', 'otp-dock.example:84430'];
    expect(hosts.map((host) => hasTarget(guard, host))).toEqual([true, false, false, false]);
    expect(hasTarget(team, undefined)).toBe(false);
  });

  it('does not outweigh a full address that names another place', async () => {
    await forAll(300, [name], (authority) => {
      const isOurs = /^otp-dock\.example(:443)?$/i.test(authority.split(/[/?#]/)[0] ?? '');
      expect(hasTarget(team, 'otp-dock.example', `https://${authority}/v1/health`)).toBe(isOurs);
    });
  });
});

describe('the Origin header', () => {
  const from = (guard: typeof local, headers: Record<string, string>, method = 'POST') =>
    guard.isOwnOrigin({ method, headers: { host: 'otp-dock.example', ...headers } });

  it('is the public address and nothing else', async () => {
    await forAll(500, [fc.constantFrom('https://', 'http://', 'HTTPS://', '', 'app://'), name], (scheme, rest) => {
      const origin = scheme + rest;
      expect(from(team, { origin })).toBe(origin === publicUrl);
      expect(team.isFromOwnPage({ headers: { origin } })).toBe(origin === publicUrl);
    });
  });

  it('may be missing where no page sends it, or a person follows a link', () => {
    expect(from(team, {})).toBe(true);
    expect(from(team, { 'sec-fetch-site': 'none' })).toBe(true);
    for (const site of ['cross-site', 'same-site']) expect(from(team, { 'sec-fetch-site': site })).toBe(false);
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect([from(team, link, 'GET'), from(team, link)]).toEqual([true, false]);
  });

  it('or the browser’s word has to be there for a cookie to count', () => {
    const isOwn = (headers: Record<string, string>) => team.isFromOwnPage({ headers });
    expect([isOwn({}), isOwn({ 'sec-fetch-site': 'none' }), isOwn({ 'sec-fetch-site': 'same-site' })]).toEqual([
      false,
      false,
      false,
    ]);
    expect([isOwn({ 'sec-fetch-site': 'same-origin' }), isOwn({ origin: publicUrl })]).toEqual([true, true]);
    expect(isOwn({ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' })).toBe(false);
  });
});
