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

const desk: StartFacts = {
  platform: 'linux',
  display: true,
  root: false,
  binary: true,
  downloadTried: false,
  ci: false,
};

describe('npm start', () => {
  test('opens the desktop app where there is a display and a binary', () => {
    expect(decideStart(desk)).toEqual({ kind: 'desktop' });
  });

  test('without a display serves to a browser, does not download, and opens nothing', () => {
    const decision = decideStart({ ...desk, display: false, binary: false });
    expect(decision).toEqual({
      kind: 'browser',
      why: 'No display here: serving the same app to a browser instead.',
      open: false,
    });
  });

  test('downloads a missing binary once, then serves to a browser and opens it', () => {
    expect(decideStart({ ...desk, binary: false })).toEqual({ kind: 'download' });
    expect(decideStart({ ...desk, binary: false, downloadTried: true })).toMatchObject({
      kind: 'browser',
      why: expect.stringContaining('could not be downloaded'),
      open: true,
    });
  });

  test('as root on Linux says so rather than switching the sandbox off', () => {
    const decision = decideStart({ ...desk, root: true });
    expect(decision).toMatchObject({ kind: 'browser', why: expect.stringContaining('as root') });
    expect(decideStart({ ...desk, root: true, platform: 'darwin' })).toEqual({ kind: 'desktop' });
  });

  test('opens no browser in CI', () => {
    expect(decideStart({ ...desk, root: true, ci: true })).toMatchObject({ open: false });
  });
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
  expect(all).toEqual(['electron/cli/index.js', 'serve', '--demo', '--open', '--dev']);
  expect(serveArguments({ demo: false, open: false, dev: false })).toEqual(['electron/cli/index.js', 'serve']);
  expect(desktopArguments(['--demo'])).toEqual(['.', '--', '--demo']);
});
