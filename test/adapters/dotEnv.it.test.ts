import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadDotEnv } from '../../electron/adapters/environment.ts';
import { tempFolder, thrownFailure } from './harness.ts';

afterEach(() => vi.unstubAllEnvs());

describe('an .env file', () => {
  it('adds what is not set and overrides nothing, not even what is set to nothing', () => {
    vi.stubEnv('OTP_DOCK_TEST_SET', 'from the shell');
    vi.stubEnv('OTP_DOCK_TEST_EMPTY', '');
    vi.stubEnv('OTP_DOCK_TEST_NEW', undefined);
    const folder = tempFolder();
    writeFileSync(
      join(folder, '.env'),
      '# a comment\nOTP_DOCK_TEST_SET=file\nOTP_DOCK_TEST_EMPTY=file\nOTP_DOCK_TEST_NEW="from the file" # why\n',
    );
    loadDotEnv(folder);
    expect(process.env['OTP_DOCK_TEST_SET']).toBe('from the shell');
    expect(process.env['OTP_DOCK_TEST_EMPTY']).toBe('');
    expect(process.env['OTP_DOCK_TEST_NEW']).toBe('from the file');
  });

  it('may be missing', () => {
    expect(() => loadDotEnv(tempFolder())).not.toThrow();
  });

  it('that cannot be read is named', () => {
    const folder = tempFolder();
    mkdirSync(join(folder, '.env'));
    expect(thrownFailure(() => loadDotEnv(folder))).toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining(join(folder, '.env')),
    });
  });
});
