import { chownSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDotEnv } from '../../electron/adapters/dotEnv.ts';
import { tempFolder, thrownFailure } from './harness.ts';

function folderWith(text: string): string {
  const folder = tempFolder();
  writeFileSync(join(folder, '.env'), text);
  return folder;
}

/** What is set after the file was read, of what was set before. */
function loaded(text: string, env: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const after = { ...env };
  loadDotEnv(folderWith(text), after);
  return after;
}

const credentials = `TWILIO_ACCOUNT_SID=AC${'a'.repeat(32)}\nTWILIO_AUTH_TOKEN=${'b'.repeat(32)}\n`;

describe('an .env file', () => {
  it('adds what is not set and overrides nothing, not even what is set to nothing', () => {
    const text = '# a comment\nPORT=1\nNGROK_DOMAIN=file\nDEBUG="from the file" # why\n';
    expect(loaded(text, { PORT: '2', NGROK_DOMAIN: '' })).toEqual({
      PORT: '2',
      NGROK_DOMAIN: '',
      DEBUG: 'from the file',
    });
  });

  it('sets nothing but what is ours: an .env that somebody left must not switch off TLS, or name a proxy', () => {
    const hostile = [
      'NODE_TLS_REJECT_UNAUTHORIZED=0',
      'NODE_OPTIONS=--require /tmp/evil.js',
      'HTTPS_PROXY=http://evil.example',
      'HTTP_PROXY=http://evil.example',
      'TWILIO_EDGE=evil.example/',
      'TWILIO_REGION=evil',
      'VITE_DEV_SERVER_URL=https://evil.example/',
      'PATH=/tmp',
      'XDG_CONFIG_HOME=/tmp',
      '__proto__=x',
    ];
    expect(loaded(hostile.join('\n'))).toEqual({});
  });

  it.each(['https://evil.example', 'http://127.0.0.1.evil.example:4010', 'http://evil.example', 'nonsense'])(
    'does not send stored credentials to %s',
    (url) => {
      const failure = thrownFailure(() => loaded(`TWILIO_API_BASE_URL=${url}`));
      expect(failure).toMatchObject({ code: 'INVALID_INPUT', message: expect.toSay('credentials') });
    },
  );

  it('may name another host when it brings the credentials for it, or they are in the environment', () => {
    const redirect = 'TWILIO_API_BASE_URL=https://proxy.example\n';
    expect(loaded(redirect + credentials)).toMatchObject({ TWILIO_API_BASE_URL: 'https://proxy.example' });
    const account = { TWILIO_ACCOUNT_SID: 'AC' };
    for (const more of [{ TWILIO_AUTH_TOKEN: 'x' }, { TWILIO_API_KEY: 'SK', TWILIO_API_SECRET: 'x' }])
      expect(loaded(redirect, { ...account, ...more })).toMatchObject({ TWILIO_API_BASE_URL: 'https://proxy.example' });
    expect(thrownFailure(() => loaded(redirect, { ...account, TWILIO_API_KEY: 'SK' })).code).toBe('INVALID_INPUT');
  });

  it.each(['http://127.0.0.1:4010', 'http://localhost:4010', 'http://[::1]:4010'])(
    'may name an emulator on this machine: %s',
    (url) => expect(loaded(`TWILIO_API_BASE_URL=${url}`)).toEqual({ TWILIO_API_BASE_URL: url }),
  );

  it('may be missing', () => {
    expect(() => loadDotEnv(tempFolder())).not.toThrow();
  });

  it('that cannot be read is named', () => {
    const folder = tempFolder();
    mkdirSync(join(folder, '.env'));
    const failure = thrownFailure(() => loadDotEnv(folder));
    expect(failure).toMatchObject({ code: 'INVALID_INPUT', message: expect.toSay(join(folder, '.env')) });
  });

  it.skipIf(process.platform === 'win32')('of somebody else is not read', () => {
    const folder = folderWith(credentials);
    // Who may give files away is root, whose files everybody may trust.
    if (process.getuid!() === 0) chownSync(join(folder, '.env'), 4_321, 4_321);
    const { uid } = statSync(join(folder, '.env'));
    expect(thrownFailure(() => loadDotEnv(folder, {}, uid + 1))).toMatchObject({ code: 'INVALID_INPUT' });
  });
});
