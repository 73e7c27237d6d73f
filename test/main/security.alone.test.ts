import { readFileSync } from 'node:fs';
import type { App, DownloadItem, Session } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { claimLinks } from '../../electron/main/deepLink.ts';
import { isSameOrigin } from '../../electron/main/origin.ts';
import {
  guardDownloads,
  guardNavigation,
  guardNetwork,
  guardPermissions,
  isOpenToDebuggers,
  openLink,
} from '../../electron/main/security.ts';

const openExternal = vi.hoisted(() => vi.fn());
vi.mock('electron', () => ({ shell: { openExternal } }));

const isOwn = (url: string) => isSameOrigin(url, 'app://otp-dock/');

describe('what the window fetches', () => {
  function isFetched(url: string, own = isOwn): boolean {
    let cancelled: boolean | undefined;
    const onBeforeRequest = (_filter: unknown, listener: (details: object, answer: (with_: object) => void) => void) =>
      listener({ url }, (answer) => (cancelled = Reflect.get(answer, 'cancel') as boolean));
    guardNetwork({ webRequest: { onBeforeRequest } } as unknown as Session, own);
    return cancelled === false;
  }

  test.each([
    'app://otp-dock/assets/a.js',
    'blob:app://otp-dock/1',
    'data:image/png;base64,AA==',
    'devtools://devtools/x',
  ])('is its own: %s', (url) => expect(isFetched(url)).toBe(true));
  test.each([
    'https://evil.example/',
    'http://127.0.0.1:5001/',
    'wss://evil.example/',
    'file:///etc/passwd',
    'app://evil/',
  ])('is never %s', (url) => expect(isFetched(url)).toBe(false));
  test('is also the socket of a server for developers', () => {
    const vite = (url: string) => isSameOrigin(url, 'http://localhost:5173/');
    expect(isFetched('ws://localhost:5173/', vite)).toBe(true);
    expect(isFetched('ws://localhost:5174/', vite)).toBe(false);
  });
});

describe('a permission', () => {
  type Check = (contents: null, permission: string, origin: string, details: { isMainFrame: boolean }) => boolean;
  type Ask = (contents: null, permission: string, answer: (given: boolean) => void, details: object) => void;

  /** What either handler says: Chromium asks one or the other, by what the page does. */
  function given(permission: string, url: string, isMainFrame = true): boolean[] {
    const answers: boolean[] = [];
    guardPermissions(
      {
        setPermissionCheckHandler: (check: Check) => answers.push(check(null, permission, url, { isMainFrame })),
        setPermissionRequestHandler: (ask: Ask) =>
          ask(null, permission, (answer) => answers.push(answer), { isMainFrame, requestingUrl: url }),
        setDevicePermissionHandler: (device: () => boolean) => answers.push(device()),
      } as unknown as Session,
      isOwn,
    );
    return answers;
  }

  test('to write to the clipboard is for our own page, and no device is for anybody', () => {
    expect(given('clipboard-sanitized-write', 'app://otp-dock/')).toEqual([true, true, false]);
    expect(given('clipboard-sanitized-write', 'https://evil.example/')).toEqual([false, false, false]);
    expect(given('clipboard-sanitized-write', 'app://otp-dock/', false)).toEqual([false, false, false]);
  });

  test.each([
    'clipboard-read',
    'media',
    'geolocation',
    'notifications',
    'display-capture',
    'openExternal',
    'fileSystem',
    'hid',
    'usb',
    'unknown',
  ])('for %s is for nobody', (permission) =>
    expect(given(permission, 'app://otp-dock/')).toEqual([false, false, false]),
  );
});

describe('what the window saves', () => {
  function isSaved(url: string): boolean {
    let saved = true;
    const on = (_event: 'will-download', listener: (event: object, item: DownloadItem) => void) =>
      listener({ preventDefault: () => (saved = false) }, { getURL: () => url } as DownloadItem);
    guardDownloads({ on } as unknown as Session, isOwn);
    return saved;
  }

  test('is what its own page made', () => expect(isSaved('blob:app://otp-dock/0d2c')).toBe(true));
  test.each([
    'https://evil.example/setup.exe',
    'blob:https://evil.example/1',
    'data:text/plain,x',
    'app://otp-dock/index.html',
  ])('is never %s', (url) => expect(isSaved(url)).toBe(false));
});

describe('every window', () => {
  function windowOf() {
    const listeners = new Map<string, (event: object) => void>();
    let answer = (_details: { url: string }): object => ({});
    const contents = {
      on: (event: string, listener: (event: object) => void) => listeners.set(event, listener),
      setWindowOpenHandler: (handler: typeof answer) => (answer = handler),
    };
    guardNavigation(
      {
        on: (_event: string, listener: (event: object, contents: object) => void) => listener({}, contents),
      } as unknown as App,
      isOwn,
    );
    const isStopped = (event: string, url: string) => {
      let stopped = false;
      listeners.get(event)?.({ url, preventDefault: () => (stopped = true) });
      return stopped;
    };
    return { isStopped, opens: (url: string) => answer({ url }) };
  }

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stays on its own pages (%s)', (event) => {
    const { isStopped } = windowOf();
    expect(isStopped(event, 'https://evil.example/')).toBe(true);
    expect(isStopped(event, 'app://otp-dock/index.html')).toBe(false);
  });

  test('holds no guest', () => expect(windowOf().isStopped('will-attach-webview', 'app://otp-dock/')).toBe(true));

  test('opens no other', () => {
    const { opens } = windowOf();
    expect([opens('app://otp-dock/'), opens('https://evil.example/')]).toEqual([
      { action: 'deny' },
      { action: 'deny' },
    ]);
    expect(openExternal).not.toHaveBeenCalled();
    opens('https://console.twilio.com/');
    expect(openExternal).toHaveBeenCalledExactlyOnceWith('https://console.twilio.com/');
  });
});

test('a link of a message opens in the browser if it is one of the web, else nowhere', async () => {
  openExternal.mockClear();
  for (const url of ['https://lumora.example/ü', 'http://lumora.example/']) await openLink(url);
  for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'ms-settings:', 'otpdock://lease'])
    await openLink(url);
  expect(openExternal.mock.calls).toEqual([['https://lumora.example/%C3%BC'], ['http://lumora.example/']]);
});

test.each([
  [['app', '--remote-debugging-port=9222'], true],
  [['app', '--remote-debugging-pipe'], true],
  [['app', '-Remote-Debugging-Port=1'], true],
  [['app', '--demo', 'otpdock://lease?label=--remote-debugging-port'], false],
])('%j is open to debuggers: %s', (argv, open) => expect(isOpenToDebuggers(argv)).toBe(open));

test('a link that the system hands over comes after the end of the arguments', () => {
  const setAsDefaultProtocolClient = vi.fn();
  claimLinks({ isPackaged: true, setAsDefaultProtocolClient });
  expect(setAsDefaultProtocolClient).toHaveBeenCalledExactlyOnceWith('otpdock', process.execPath, ['--']);
  setAsDefaultProtocolClient.mockClear();
  claimLinks({ isPackaged: false, setAsDefaultProtocolClient });
  expect(setAsDefaultProtocolClient).not.toHaveBeenCalled();
});

describe('the app that is shipped', () => {
  const config = readFileSync(new URL('../../electron-builder.yml', import.meta.url), 'utf8');
  const fuses = /^electronFuses:\n((?: {2}\S.*\n)+)/m.exec(config)?.[1] ?? '';

  test.each([
    ['does not run as Node', 'runAsNode', false],
    ['takes no NODE_OPTIONS', 'enableNodeOptionsEnvironmentVariable', false],
    ['takes no --inspect', 'enableNodeCliInspectArguments', false],
    ['encrypts its cookies', 'enableCookieEncryption', true],
    ['checks its archive', 'enableEmbeddedAsarIntegrityValidation', true],
    ['loads its code from the archive alone', 'onlyLoadAppFromAsar', true],
    ['gives files no rights of pages', 'grantFileProtocolExtraPrivileges', false],
  ])('%s', (_what, fuse, value) => expect(fuses).toContain(`  ${fuse}: ${value}\n`));

  test('is packed into an archive', () => expect(config).toMatch(/^asar: true$/m));
});
