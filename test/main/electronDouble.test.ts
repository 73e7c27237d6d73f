import { describe, expect, test } from 'vitest';
import { fromStandIn, isStandIn, toStandIn } from '../e2e/electron-double/addresses.ts';
import { missing, strict } from '../e2e/electron-double/strict.ts';

describe('the electron double', () => {
  test.each(['app://otp-dock/', 'app://otp-dock/assets/a.js?x=1#y', 'app://other.host/a%20b'])(
    'shows %s at a secure address and names it as it was',
    (url) => {
      expect(toStandIn(url)).toMatch(/^https:/);
      expect(isStandIn(toStandIn(url))).toBe(true);
      expect(fromStandIn(toStandIn(url))).toBe(url);
    },
  );

  test.each(['https://otp-dock.example/', 'data:text/html,x', 'about:blank', 'not a url'])('leaves %s alone', (url) => {
    expect(fromStandIn(url)).toBe(url);
    expect(isStandIn(url)).toBe(false);
  });

  test('names what it does not have', () => {
    const shell = strict('shell', { openExternal: () => 'opened' });
    expect(shell.openExternal()).toBe('opened');
    expect(() => (shell as unknown as { beep(): void }).beep()).toThrow('does not implement shell.beep');
    const Tray = missing('Tray') as unknown as { new (): unknown; isSupported(): boolean };
    expect(() => new Tray()).toThrow('does not implement Tray');
    expect(() => Tray.isSupported()).toThrow('does not implement Tray.isSupported');
  });
});
