import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { curlLine } from '../../renderer/features/settings/curlLine.ts';

test.skipIf(process.platform === 'win32')('the shell puts the token in, whatever the folder is called', () => {
  const file = join(mkdtempSync(join(tmpdir(), "otp dock's $HOME ")), 'api-token');
  writeFileSync(file, 'the-token\n');
  const line = curlLine('http://127.0.0.1:5001', file);
  const args = execFileSync('sh', ['-c', line.replace(/^curl/, `printf '%s\\n'`)], { encoding: 'utf8' });
  expect(args).toBe('-H\nAuthorization: Bearer the-token\nhttp://127.0.0.1:5001/v1/health\n');
});

test('Windows gets its own words', () => {
  expect(curlLine('http://127.0.0.1:5001', "C:\\Users\\O'Neil\\OTP Dock\\api-token")).toBe(
    `curl.exe -H "Authorization: Bearer $(Get-Content 'C:\\Users\\O''Neil\\OTP Dock\\api-token')" http://127.0.0.1:5001/v1/health`,
  );
});
