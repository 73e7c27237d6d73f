import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { answer, containedFile, contentSecurityPolicy } from '../../electron/main/protocol.ts';
import { runs } from '../support/runs.ts';

vi.mock('electron', () => ({ protocol: {} }));

const flavours = [
  ['posix', path.posix, '/srv/out/renderer'],
  ['win32', path.win32, 'C:\\app\\out\\renderer'],
] as const;

/** What an attacker would put into a path, in any order. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('..', '.', '/', '\\', '%2e%2e', '%2f', '%5c', '..%2f', 'C:', '//', '%00', 'renderer-evil', '%'),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => `/${parts.join('')}`);

describe.each(flavours)('on %s', (_name, flavour, folder) => {
  test('no path leaves the folder', () => {
    fc.assert(
      fc.property(hostile, (pathname) => {
        const file = containedFile(folder, pathname, flavour);
        expect(file === null || file.startsWith(folder + flavour.sep)).toBe(true);
      }),
      runs(500),
    );
  });

  test('a file of the folder is found, its address ending in / means index.html', () => {
    expect(containedFile(folder, '/', flavour)).toBe(flavour.join(folder, 'index.html'));
    expect(containedFile(folder, '/assets/a%20b.js', flavour)).toBe(flavour.join(folder, 'assets', 'a b.js'));
  });

  test('a sibling whose name begins alike is outside', () => {
    expect(containedFile(folder, '/..%2frenderer-evil/x.js', flavour)).toBeNull();
  });
});

describe('app://', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'otp-dock-protocol-'));
  const folder = path.join(root, 'renderer');
  const get = (url: string, method = 'GET') => answer(folder, { url, method });

  beforeAll(() => {
    mkdirSync(path.join(folder, 'assets'), { recursive: true });
    writeFileSync(path.join(folder, 'index.html'), '<title>OTP Dock</title>');
    writeFileSync(path.join(folder, 'assets/a.js'), 'export {};');
    writeFileSync(path.join(root, 'secret.json'), '{}');
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test('serves the page with its type and the policy', async () => {
    const response = await get('app://otp-dock/');
    expect(await response.text()).toBe('<title>OTP Dock</title>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('serves a script as one', async () => {
    const response = await get('app://otp-dock/assets/a.js');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
  });

  test.each([
    'app://otp-dock/missing.js',
    'app://otp-dock/assets',
    'app://otp-dock/..%2fsecret.json',
    'app://other/index.html',
    'app://otp-dock/%E0%A4%A',
  ])('%s is not found', async (url) => expect((await get(url)).status).toBe(404));

  test('only reads', async () => expect((await get('app://otp-dock/', 'POST')).status).toBe(405));
});
