import { describe, expect, it } from 'vitest';
import { lastingFlags, portableFolder, readStartOptions } from '../../../electron/main/start/startOptions.ts';
import { thrownFailure } from '../../adapters/harness.ts';

const linux = { env: {}, platform: 'linux', execPath: '/opt/OTP Dock/otp-dock', cwd: '/home/tester' } as const;
const read = (...argv: string[]) => readStartOptions({ ...linux, argv: ['/opt/OTP Dock/otp-dock', ...argv] });

describe('the flags of the desktop app', () => {
  it('say nothing unless they are there', () => {
    expect(read()).toEqual({ demo: false, safeMode: false, dataDir: null });
    expect(read('--', '--demo', '--safe-mode')).toMatchObject({ demo: true, safeMode: true });
  });

  it('name the data folder, from the working folder on, and the last one counts', () => {
    expect(read('--data-dir=/media/stick').dataDir).toBe('/media/stick');
    expect(read('--data-dir=stick/data').dataDir).toBe('/home/tester/stick/data');
    expect(read('--data-dir=/one', '--data-dir=/two', '--portable').dataDir).toBe('/two');
  });

  it('are refused when they name no folder', () => {
    for (const flag of ['--data-dir', '--data-dir=', '--data-dir= ']) {
      expect(thrownFailure(() => read(flag))).toMatchObject({ code: 'INVALID_INPUT' });
    }
  });

  it('are handed on to the start at login', () => {
    expect(lastingFlags(read('--data-dir=/media/stick', '--demo'))).toEqual(['--data-dir=/media/stick']);
    expect(lastingFlags(read('--demo'))).toEqual([]);
  });
});

describe('the portable folder', () => {
  it('lies beside the program', () => {
    expect(read('--portable').dataDir).toBe('/opt/OTP Dock/OTP Dock Data');
    const windows = { env: {}, platform: 'win32', execPath: 'D:\\Tools\\OTP Dock.exe' } as const;
    expect(portableFolder(windows)).toBe('D:\\Tools\\OTP Dock Data');
  });

  it('lies beside an AppImage, a portable exe and a bundle, not in what they unpack', () => {
    const env = { APPIMAGE: '/media/stick/OTP-Dock.AppImage' };
    expect(portableFolder({ ...linux, execPath: '/tmp/.mount_x/otp-dock', env })).toBe('/media/stick/OTP Dock Data');
    const exe = { PORTABLE_EXECUTABLE_FILE: 'E:\\OTP Dock.exe' };
    expect(portableFolder({ env: exe, platform: 'win32', execPath: 'C:\\Temp\\a\\b.exe' })).toBe('E:\\OTP Dock Data');
    const execPath = '/Volumes/Stick/OTP Dock.app/Contents/MacOS/OTP Dock';
    expect(portableFolder({ env: {}, platform: 'darwin', execPath })).toBe('/Volumes/Stick/OTP Dock Data');
  });
});
