import { describe, expect, test } from 'vitest';
import { hasDisplay } from '../../build/scripts/electronBinary.ts';
import {
  decideStart,
  desktopArguments,
  ownFlags,
  serveArguments,
  serveEnvironment,
  type StartFacts,
} from '../../build/scripts/startDecision.ts';

const there = { display: true, root: false, binary: true };
const desk: StartFacts = { platform: 'linux', ...there, downloadTried: false, ci: false };

describe('npm start', () => {
  const browser = (why: string, open: boolean) => ({ kind: 'browser', why: expect.stringContaining(why), open });
  const noDisplay = browser('No display here: serving the same app to a browser instead.', false);

  test.each<[what: string, change: Partial<StartFacts>, decision: object]>([
    ['opens the desktop app where there is a display and a binary', {}, { kind: 'desktop' }],
    ['without a display serves to a browser, and opens none', { display: false, binary: false }, noDisplay],
    ['downloads a missing binary', { binary: false }, { kind: 'download' }],
    ['tries that once', { binary: false, downloadTried: true }, browser('could not be downloaded', true)],
    ['as root on Linux does not switch the sandbox off', { root: true }, browser('as root', true)],
    ['as root elsewhere opens the desktop app', { root: true, platform: 'darwin' }, { kind: 'desktop' }],
    ['opens no browser in CI', { root: true, ci: true }, browser('as root', false)],
  ])('%s', (_what, change, decision) => expect(decideStart({ ...desk, ...change })).toEqual(decision));
});

test('only Linux can be without a display', () => {
  expect(hasDisplay('linux', {})).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(hasDisplay('darwin', {})).toBe(true);
});

test('the flags of the app reach it, and no others', () => {
  const flags = ownFlags(['--safe-mode', '--data-dir=/media/stick', '--inspect', 'file', '--portable', '--no-sandbox']);
  expect(flags).toEqual(['--safe-mode', '--data-dir=/media/stick', '--portable']);
  expect(desktopArguments(flags)).toEqual(['.', '--', ...flags]);
  expect(serveEnvironment(flags)).toEqual({ OTP_DOCK_DATA_DIR: '/media/stick' });
  expect(serveEnvironment([])).toEqual({});
});

test('demo, open and hot reload become flags of the host', () => {
  const all = serveArguments({ demo: true, open: true, dev: true });
  const serve = ['--max-semi-space-size=4', 'electron/cli/index.js', 'serve'];
  expect(all).toEqual([...serve, '--demo', '--open', '--dev']);
  expect(serveArguments({ demo: false, open: false, dev: false })).toEqual(serve);
  expect(desktopArguments(['--demo'])).toEqual(['.', '--', '--demo']);
});
