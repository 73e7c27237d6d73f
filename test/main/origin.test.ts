import { describe, expect, test } from 'vitest';
import { homeUrl, isExternalAllowed, isSameOrigin } from '../../electron/main/origin.ts';

describe('our own origin', () => {
  const home = 'app://otp-dock/';

  test.each(['app://otp-dock/', 'app://otp-dock/index.html?x#y', 'app://otp-dock'])('%s is ours', (url) =>
    expect(isSameOrigin(url, home)).toBe(true),
  );

  test.each([
    'https://otp-dock/',
    'app://otp-dock.example/',
    'app://otp-dock:1/',
    'app://evil/otp-dock/',
    'app://evil/?app://otp-dock/',
    'apps://otp-dock/',
    'data:text/html,app://otp-dock/',
    'about:blank',
    'null',
    '',
  ])('%s is not', (url) => expect(isSameOrigin(url, home)).toBe(false));

  test('ports count', () => {
    expect(isSameOrigin('http://localhost:5173/a', 'http://localhost:5173/')).toBe(true);
    expect(isSameOrigin('http://localhost:5174/a', 'http://localhost:5173/')).toBe(false);
  });

  test('the dev server is never home once the app is packaged', () => {
    expect(homeUrl({ packaged: true, devServer: 'http://localhost:5173/' })).toBe(home);
    expect(homeUrl({ packaged: false, devServer: 'http://localhost:5173/' })).toBe('http://localhost:5173/');
    expect(homeUrl({ packaged: false, devServer: undefined })).toBe(home);
  });
});

describe('links to the outside', () => {
  test.each(['https://console.twilio.com/us1/account', 'https://dashboard.ngrok.com/get-started', 'https://ngrok.com'])(
    '%s opens in the browser',
    (url) => expect(isExternalAllowed(url)).toBe(true),
  );

  test.each([
    'http://www.twilio.com/',
    'https://twilio.com.evil.example/',
    'https://www.twilio.com.evil.example/',
    'https://www.twilio.com@evil.example/',
    'https://evil@www.twilio.com/',
    'https://www.twilio.com:8443/',
    'https://evil.example/?https://www.twilio.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ms-settings:',
    'not a url',
  ])('%s does not', (url) => expect(isExternalAllowed(url)).toBe(false));
});
